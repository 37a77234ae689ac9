import type { ReactNode } from "react";
import { PortalShell } from "#/features/home/components/portal-shell";
import { signOutAction } from "#/features/identity/actions";

/** The shell around every page behind sign-in. */
export default function PortalLayout({ children }: { readonly children: ReactNode }) {
  return <PortalShell signOut={signOutAction}>{children}</PortalShell>;
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { can } from "#/domain/authorisation/authorise";
import { findViewer } from "#/platform/auth/viewer";
import type { FormAction } from "#/platform/next/define-action";
import { AppShell } from "#/ui/app-shell";
import { Banner } from "#/ui/banner";
import { ToastRegion } from "#/ui/toast";
import { homeOf, menuOf } from "../navigation";
import { NotificationLink } from "./notification-link";
import { ProfileMenu } from "./profile-menu";

type PortalShellProps = { readonly signOut: FormAction; readonly children: ReactNode };

/**
 * Bar and main menu around a page, for whoever is signed in: only entries whose pages the viewer's roles open. Strangers
 * get the bare page, which sends them to sign in.
 */
export async function PortalShell({ signOut, children }: PortalShellProps) {
  const viewer = await findViewer();
  if (!viewer) return children;
  const [t, product] = await Promise.all([getTranslations("shell"), getTranslations("product")]);
  const entries = viewer.mustChangePassword
    ? []
    : menuOf[viewer.organisationKind].filter(({ access }) => can(viewer.actor, access));
  return (
    <AppShell
      product={{ name: product("name"), href: homeOf[viewer.organisationKind] }}
      labels={{
        skipToMain: t("skipToContent"),
        navigation: t("mainNavigation"),
        openNavigation: t("openNavigation"),
        closeNavigation: t("closeNavigation"),
      }}
      navigation={[
        {
          id: "main",
          entries: entries.map(({ label, href, icon }) => ({ id: href, href, icon, label: t(label) })),
        },
      ]}
      organisation={<span>{viewer.companyName}</span>}
      notifications={<NotificationLink count={viewer.unreadCount} />}
      profile={<ProfileMenu name={viewer.actor.name} signInName={viewer.signInName} signOut={signOut} />}
      notice={
        viewer.programStatus === "suspended" && (
          <Banner tone="danger" title={t("suspendedTitle")}>
            {t("suspendedBody")}
          </Banner>
        )
      }
    >
      {children}
      <ToastRegion label={t("toasts")} closeLabel={t("closeMessage")} />
    </AppShell>
  );
}

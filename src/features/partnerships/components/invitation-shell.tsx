import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "#/ui/public-shell";

type InvitationShellProps = {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
};

/** The frame of every page an invitation's link leads to. */
export async function InvitationShell({ title, description, children }: InvitationShellProps) {
  const [product, shell] = await Promise.all([getTranslations("product"), getTranslations("shell")]);
  return (
    <PublicShell
      product={{ name: product("name") }}
      skipLabel={shell("skipToContent")}
      title={title}
      description={description}
      size="md"
    >
      {children}
    </PublicShell>
  );
}

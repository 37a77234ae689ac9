import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#/ui/button";
import { InvitationShell } from "./invitation-shell";

/** A link that names no invitation: malformed, cut off or made up. */
export async function UnknownInvitationScreen() {
  const t = await getTranslations("partnerships.acceptance");
  return (
    <InvitationShell title={t("unknownTitle")} description={t("unknownBody")}>
      <ButtonLink href="/">{t("home")}</ButtonLink>
    </InvitationShell>
  );
}

import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#/ui/button";
import { EmptyState } from "#/ui/empty-state";

/** The same inside the shell, so that the menu stays at hand. */
export default async function NotFound() {
  const t = await getTranslations("notFound");
  return (
    <EmptyState title={t("title")} icon="search" action={<ButtonLink href="/">{t("home")}</ButtonLink>}>
      {t("body")}
    </EmptyState>
  );
}

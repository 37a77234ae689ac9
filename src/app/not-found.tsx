import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#/ui/button";
import { PublicShell } from "#/ui/public-shell";

/** What is not there, and what is not the viewer's to see: one page for both (R1). */
export default async function NotFound() {
  const [t, product, shell] = await Promise.all([
    getTranslations("notFound"),
    getTranslations("product"),
    getTranslations("shell"),
  ]);
  return (
    <PublicShell
      product={{ name: product("name") }}
      skipLabel={shell("skipToContent")}
      title={t("title")}
      description={t("body")}
    >
      <ButtonLink href="/" tone="primary">
        {t("home")}
      </ButtonLink>
    </PublicShell>
  );
}

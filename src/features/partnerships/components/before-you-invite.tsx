import { getTranslations } from "next-intl/server";
import { Section } from "#/ui/card";

/** What must be in order before a reseller can accept, to be passed on to it (spans 134, 135, 140). */
export async function BeforeYouInvite() {
  const t = await getTranslations("partnerships.before");
  return (
    <Section title={t("title")}>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{t("enrolled")}</li>
        <li>{t("guide")}</li>
        <li>{t("address")}</li>
      </ul>
    </Section>
  );
}

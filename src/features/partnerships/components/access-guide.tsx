import { getTranslations } from "next-intl/server";
import { Section } from "#/ui/card";
import { Link } from "#/ui/link";
import { routes } from "../routes";

/** **Set access and involvement**: what a reseller is to do for a customer, how that is set, and where (spans 155, 159–173). */
export async function AccessGuide() {
  const t = await getTranslations("partnerships.guide");
  const rows = [
    {
      goal: t("adminGoal"),
      act: t("adminAct"),
      where: <Link href={routes.newCustomer}>{t("adminWhere")}</Link>,
    },
    { goal: t("usageGoal"), act: t("usageAct"), where: t("usageWhere") },
    {
      goal: t("incentiveGoal"),
      act: t("incentiveAct"),
      where: <Link href={routes.providerCustomers}>{t("incentiveWhere")}</Link>,
    },
    {
      goal: t("supportGoal"),
      act: t("supportAct"),
      where: <Link href={routes.providerCustomers}>{t("supportWhere")}</Link>,
    },
  ];
  return (
    <Section title={t("title")} description={t("lead")}>
      <dl className="grid gap-4">
        {rows.map(({ goal, act, where }) => (
          <div key={goal} className="grid gap-x-6 gap-y-1 md:grid-cols-[1fr_1.5fr]">
            <dt className="font-medium">{goal}</dt>
            <dd>
              {act} <span className="text-ink-muted">{t("where")}:</span> {where}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

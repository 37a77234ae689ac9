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
      <div
        className="mb-2 hidden gap-x-6 text-ink-muted text-sm md:grid md:grid-cols-[4fr_5fr_3fr]"
        aria-hidden="true"
      >
        <span>{t("goal")}</span>
        <span>{t("act")}</span>
        <span>{t("where")}</span>
      </div>
      <dl className="grid gap-4">
        {rows.map(({ goal, act, where }) => (
          <div key={goal} className="grid gap-x-6 gap-y-1 md:grid-cols-[4fr_5fr_3fr]">
            <dt className="font-semibold">{goal}</dt>
            <dd>{act}</dd>
            <dd>
              <span className="sr-only">{t("where")}: </span>
              {where}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

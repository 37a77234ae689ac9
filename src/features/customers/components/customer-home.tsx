import { getLocale, getTranslations } from "next-intl/server";
import type { OwnSubscriptionSummary } from "#/domain/subscription/queries/summarise-own-subscriptions";
import type { Viewer } from "#/platform/auth/viewer";
import { ButtonLink } from "#/ui/button";
import { Card, Section } from "#/ui/card";
import { EmptyState } from "#/ui/empty-state";
import { PageHeader } from "#/ui/page-header";
import { Stat } from "#/ui/stat";
import { routes } from "../routes";

type CustomerHomeProps = {
  readonly viewer: Viewer;
  /** Nothing for people without an administrator role. */
  readonly summary: OwnSubscriptionSummary | null;
};

/** A customer's first page: its subscriptions in figures, and the ways to them and to its partners (S-26). */
export async function CustomerHome({ viewer, summary }: CustomerHomeProps) {
  const [t, locale] = await Promise.all([getTranslations("customers.own"), getLocale()]);
  const company = viewer.companyName;
  if (summary === null) {
    return (
      <>
        <PageHeader title={t("homeTitle", { name: viewer.firstName })} />
        <EmptyState title={t("noRoleTitle")} icon="users">
          {t("noRoleBody", { company })}
        </EmptyState>
      </>
    );
  }
  const show = (count: number) => count.toLocaleString(locale);
  return (
    <>
      <PageHeader
        title={t("homeTitle", { name: viewer.firstName })}
        description={t("homeLead", { company })}
      />
      <div className="mb-8 grid gap-4 lg:grid-cols-2">
        <Card title={t("seeSubscriptions")} description={t("seeSubscriptionsBody")}>
          <ButtonLink href={routes.ownSubscriptions} tone="primary">
            {t("openSubscriptions")}
          </ButtonLink>
        </Card>
        <Card title={t("seePartners")} description={t("seePartnersBody")}>
          <ButtonLink href={routes.ownPartners}>{t("openPartners")}</ButtonLink>
        </Card>
      </div>
      <Section title={t("figures")} description={t("buying")}>
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
          <Stat label={t("active")} value={show(summary.activeCount)} href={routes.ownSubscriptions} />
          <Stat label={t("licences")} value={show(summary.licenceCount)} />
          <Stat label={t("ending")} value={show(summary.endingCount)} />
          <Stat label={t("partners")} value={show(summary.partnerCount)} href={routes.ownPartners} />
        </div>
      </Section>
    </>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import type { PartnershipDetails } from "#/domain/partnership/queries/read-partnership";
import { showDay } from "#/platform/i18n/format";
import { Banner } from "#/ui/banner";
import { ButtonLink } from "#/ui/button";
import { Section } from "#/ui/card";
import { PageHeader } from "#/ui/page-header";
import { routes } from "../routes";

/** What a reseller sees after it has authorized a provider, each time it comes back to the link (S-06). */
export async function AcceptedScreen({ partnership }: { readonly partnership: PartnershipDetails }) {
  const [t, locale] = await Promise.all([getTranslations("partnerships.accepted"), getLocale()]);
  const provider = partnership.partnerName;
  if (partnership.removedAt) {
    return (
      <>
        <PageHeader title={t("ended", { provider })} />
        <Banner tone="info" title={t("endedBody", { day: showDay(partnership.removedAt, locale) })} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title", { provider })} />
      <Banner tone="success" title={t("body")} />
      <Section title={t("next")} className="mt-6">
        <ul className="mb-4 grid list-disc gap-1.5 ps-5">
          <li>{t("nextCustomers", { provider })}</li>
          <li>
            {t("nextContact", { provider })}
            {partnership.partnerSupportEmail && (
              <>
                {" "}
                <a className="tt-link" href={`mailto:${partnership.partnerSupportEmail}`}>
                  {partnership.partnerSupportEmail}
                </a>
              </>
            )}
          </li>
        </ul>
        <ButtonLink href={routes.providers} tone="primary">
          {t("open")}
        </ButtonLink>
      </Section>
    </>
  );
}

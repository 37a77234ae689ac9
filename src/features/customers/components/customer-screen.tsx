import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { can } from "#/domain/authorisation/authorise";
import type { CustomerDetail } from "#/domain/customer/model";
import type { Viewer } from "#/platform/auth/viewer";
import { Banner } from "#/ui/banner";
import { Breadcrumb } from "#/ui/breadcrumb";
import { ButtonLink } from "#/ui/button";
import { Section } from "#/ui/card";
import { CopyButton } from "#/ui/copy-button";
import { DescriptionList } from "#/ui/description-list";
import { PageHeader } from "#/ui/page-header";
import { countryName } from "../place";
import { routes } from "../routes";
import { AccountSection } from "./account-section";
import { PartnerOfCustomer } from "./partner-of-customer";

type CustomerScreenProps = {
  readonly viewer: Viewer;
  readonly capacity: "provider" | "reseller";
  readonly customer: CustomerDetail;
  /** The table of its subscriptions, from the slice that knows them. */
  readonly subscriptions: ReactNode;
};

type Texts = Awaited<ReturnType<typeof getTranslations<"customers.detail">>>;

function Standing({ customer, t }: { readonly customer: CustomerDetail; readonly t: Texts }) {
  if (customer.reviewStatus === "under_review") {
    return (
      <Banner tone="warning" title={t("underReviewTitle")}>
        {t("underReviewBody")}
      </Banner>
    );
  }
  if (customer.reviewStatus === "not_approved") {
    return (
      <Banner tone="danger" title={t("notApprovedTitle")}>
        {t("notApprovedBody")}
      </Banner>
    );
  }
  if (customer.agreementStatus !== "missing") return null;
  return (
    <Banner tone="warning" title={t("agreementMissingTitle")}>
      {t("agreementMissingBody")}
    </Banner>
  );
}

const agreementText = {
  missing: "agreementMissing",
  attested: "agreementAttested",
  accepted: "agreementAccepted",
} as const;

/** One customer: who it is, its subscriptions, its account info; for a reseller to read only (S-16, S-17, S-19). */
export async function CustomerScreen({ viewer, capacity, customer, subscriptions }: CustomerScreenProps) {
  const [t, tList, tShell, locale] = await Promise.all([
    getTranslations("customers.detail"),
    getTranslations("customers.list"),
    getTranslations("shell"),
    getLocale(),
  ]);
  const isProvider = capacity === "provider";
  const mayOrder = isProvider && can(viewer.actor, "order.place");
  const copyLabels = { copy: t("copy"), copied: t("copied"), failed: t("copyFailed") };
  return (
    <>
      <Breadcrumb
        label={tShell("breadcrumb")}
        items={[
          { label: tList("title"), href: isProvider ? routes.providerList : routes.resellerList },
          { label: customer.companyName },
        ]}
      />
      <PageHeader
        title={customer.companyName}
        actions={
          isProvider && (
            <>
              <ButtonLink href={routes.orders(customer.id)}>{t("viewOrders")}</ButtonLink>
              {mayOrder && (
                <ButtonLink href={routes.newSubscription(customer.id)} tone="primary" icon="plus">
                  {t("addSubscription")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <Standing customer={customer} t={t} />
      <DescriptionList
        layout="columns"
        items={[
          { term: t("domain"), description: customer.primaryDomain },
          {
            term: t("microsoftId"),
            description: (
              <span className="flex items-start gap-1">
                <code>{customer.tenantId}</code>
                <CopyButton value={customer.tenantId} labels={copyLabels} iconOnly />
              </span>
            ),
          },
          { term: t("country"), description: countryName(locale, customer.country) },
          { term: t("agreement"), description: t(agreementText[customer.agreementStatus]) },
          {
            term: isProvider ? t("reseller") : t("provider"),
            description: <PartnerOfCustomer viewer={viewer} capacity={capacity} customer={customer} />,
          },
        ]}
      />
      <Section title={t("subscriptions")} className="mt-8">
        {subscriptions}
      </Section>
      <AccountSection viewer={viewer} customer={customer} />
    </>
  );
}

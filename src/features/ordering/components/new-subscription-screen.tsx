import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import { listMarketOptions } from "#/domain/geography/market-options";
import { findMarket } from "#/domain/geography/markets";
import type { OrderCustomer } from "#/domain/ordering/queries/find-order-customer";
import type { ResellerOption } from "#/domain/partnership/queries/list-reseller-options";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import { Breadcrumb } from "#/ui/breadcrumb";
import { DocumentTitle } from "#/ui/document-title";
import { toResellerChoices } from "../reseller-choices";
import { NewSubscriptionWizard } from "./new-subscription-wizard";
import { OrderingTexts } from "./ordering-texts";

type NewSubscriptionScreenProps = {
  readonly viewer: Viewer;
  readonly customer: OrderCustomer;
  readonly resellers: readonly ResellerOption[];
};

/** Why nothing can be ordered for a customer, in the reader's language (13605, 800073, 800074). */
async function obstacleOf({ agreementStatus, reviewStatus }: OrderCustomer) {
  const t = await getTranslations("ordering.newSubscription");
  if (agreementStatus === "missing")
    return { title: t("agreementMissingTitle"), message: t("agreementMissing") };
  if (reviewStatus === "under_review") return { title: t("underReviewTitle"), message: t("underReview") };
  return reviewStatus === "ok" ? null : { title: t("notApprovedTitle"), message: t("notApproved") };
}

/** The page **New subscription** of a customer (S-11, spans 213–217). */
export async function NewSubscriptionScreen({ viewer, customer, resellers }: NewSubscriptionScreenProps) {
  const locale = await getLocale();
  const [t, shell, labels, choices, obstacle] = await Promise.all([
    getTranslations("ordering.steps"),
    getTranslations("shell"),
    formLabels(),
    toResellerChoices(resellers),
    obstacleOf(customer),
  ]);
  const countries = listMarketOptions(locale, findMarket(viewer.country)?.cspRegion).map(
    ({ iso2, name }) => ({
      value: iso2,
      label: name,
    }),
  );
  const associated = choices.find(({ value, disabled }) => value === customer.resellerId && !disabled);
  return (
    <OrderingTexts>
      <DocumentTitle title={`${t("newSubscription")} · ${customer.companyName}`} />
      <Breadcrumb
        label={shell("breadcrumb")}
        items={[
          { label: shell("home"), href: "/provider" },
          { label: shell("customers"), href: "/provider/customers" },
          { label: customer.companyName, href: `/provider/customers/${customer.id}` },
          { label: t("newSubscription") },
        ]}
      />
      <NewSubscriptionWizard
        options={{
          userId: viewer.userId,
          timeZone: viewer.timeZone ?? "UTC",
          resellers: choices,
          formLabels: labels,
          idempotencyKey: randomUUID(),
          showsPrices: can(viewer.actor, "pricing.read"),
          customer,
          countryName: countries.find(({ value }) => value === customer.country)?.label ?? customer.country,
          countries,
          proposedResellerId: associated?.value ?? null,
          obstacle,
        }}
      />
    </OrderingTexts>
  );
}

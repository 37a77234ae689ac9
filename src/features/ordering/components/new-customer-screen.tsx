import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import { listMarketOptions } from "#/domain/geography/market-options";
import { findMarket, supportedCultures, supportedLanguages } from "#/domain/geography/markets";
import { calendarDateAt } from "#/domain/kernel/calendar-date";
import type { ResellerOption } from "#/domain/partnership/queries/list-reseller-options";
import type { Viewer } from "#/platform/auth/viewer";
import { services } from "#/platform/crypto/services";
import { formLabels } from "#/platform/i18n/form-labels";
import { Breadcrumb } from "#/ui/breadcrumb";
import { DocumentTitle } from "#/ui/document-title";
import type { Option } from "#/ui/select-field";
import { findMarketForm } from "../market-form";
import { toResellerChoices } from "../reseller-choices";
import { NewCustomerWizard } from "./new-customer-wizard";
import { OrderingTexts } from "./ordering-texts";

type NewCustomerScreenProps = {
  readonly viewer: Viewer;
  readonly resellers: readonly ResellerOption[];
  /** From whose row the reader comes (R43); ignored when it is no active partner. */
  readonly resellerId: string | undefined;
};

/** Codes with their names in the reader's language, sorted as that language sorts. */
function named(codes: readonly string[], locale: string): readonly Option[] {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const collator = new Intl.Collator(locale);
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** The page **New customer** (S-10 to S-13). */
export async function NewCustomerScreen({ viewer, resellers, resellerId }: NewCustomerScreenProps) {
  const locale = await getLocale();
  const [t, shell, labels, choices] = await Promise.all([
    getTranslations("ordering.steps"),
    getTranslations("shell"),
    formLabels(),
    toResellerChoices(resellers),
  ]);
  const region = findMarket(viewer.country)?.cspRegion;
  const market = findMarketForm(viewer.country, locale);
  if (!region || !market)
    throw new Error(`the provider's country ${viewer.country} is no market of the portal`);
  const partner = choices.find(({ value, disabled }) => value === resellerId && !disabled);
  return (
    <OrderingTexts>
      <DocumentTitle title={t("newCustomer")} />
      <Breadcrumb
        label={shell("breadcrumb")}
        items={[
          { label: shell("home"), href: "/provider" },
          { label: shell("customers"), href: "/provider/customers" },
          { label: t("newCustomer") },
        ]}
      />
      <NewCustomerWizard
        options={{
          userId: viewer.userId,
          timeZone: viewer.timeZone ?? "UTC",
          resellers: choices,
          formLabels: labels,
          idempotencyKey: randomUUID(),
          showsPrices: can(viewer.actor, "pricing.read"),
          market,
          countries: listMarketOptions(locale, region).map(({ iso2, name }) => ({
            value: iso2,
            label: name,
          })),
          languages: named(supportedLanguages, locale),
          cultures: named(supportedCultures, locale),
          domainSuffix: services.tenantDomainSuffix(),
          today: calendarDateAt(new Date(), viewer.timeZone ?? "UTC"),
          resellerId: partner?.value ?? null,
          canAttest: can(viewer.actor, "agreement.attest"),
          canOrder: can(viewer.actor, "order.place"),
          cancelHref: partner ? "/provider/indirect-resellers" : "/provider/customers",
        }}
      />
    </OrderingTexts>
  );
}

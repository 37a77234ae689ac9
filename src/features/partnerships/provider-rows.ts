import "server-only";
import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import { type ProviderSummary, providerCountLimit } from "#/domain/partnership/queries/list-providers";
import type { Viewer } from "#/platform/auth/viewer";
import { showDay } from "#/platform/i18n/format";
import type { Locale } from "#/platform/i18n/messages";
import type { Column, RowAction, TableRow } from "#/ui/table-types";
import type { PartnerDetails } from "./components/partner-table";
import { cappedCount } from "./count-cell";
import { instantTexts } from "./instant-text";
import { countryName } from "./place-names";
import { routes } from "./routes";

/** The columns of **Indirect providers** (S-07). */
export async function providerColumns(): Promise<readonly Column<PartnerDetails>[]> {
  const t = await getTranslations("partnerships.providers");
  return [
    { id: "provider", header: t("provider"), width: "lg" },
    { id: "location", header: t("location") },
    { id: "partnerId", header: t("partnerId"), kind: "code" },
    { id: "customers", header: t("customers"), kind: "number" },
    { id: "subscriptions", header: t("subscriptionsShort"), kind: "number", hideOnPhone: true },
    { id: "since", header: t("since"), kind: "timestamp", hideOnPhone: true },
  ];
}

/** The rows of **Indirect providers** as plain data, with the acts the viewer's roles allow. */
export async function providerRows(
  providers: readonly ProviderSummary[],
  viewer: Viewer,
  locale: Locale,
): Promise<readonly TableRow<PartnerDetails>[]> {
  const [t, td] = await Promise.all([
    getTranslations("partnerships.providers"),
    getTranslations("partnerships.details"),
  ]);
  const count = (value: number) => cappedCount(value, providerCountLimit, locale);
  const mayView = can(viewer.actor, "customer.list");
  const instant = await instantTexts(locale, viewer.timeZone);
  return providers.map((provider) => {
    const actions: readonly RowAction[] = mayView
      ? [
          {
            id: "customers",
            label: t("viewCustomers"),
            href: routes.customersOfProvider(provider.organisationId),
            icon: "users",
            inline: true,
          },
        ]
      : [];
    return {
      id: provider.id,
      label: provider.name,
      cells: {
        provider: { text: provider.name, detail: provider.domain },
        location: { text: provider.country, detail: countryName(locale, provider.country) },
        partnerId: provider.partnerId,
        customers: count(provider.customers),
        subscriptions: count(provider.subscriptions),
        since: {
          text: showDay(provider.since, locale),
          instant: provider.since.toISOString(),
          title: instant(provider.since),
        },
      },
      actions,
      data: {
        items: [
          { term: td("domain"), description: provider.domain },
          { term: td("supportEmail"), description: provider.supportEmail ?? td("none") },
          { term: td("supportTelephone"), description: provider.supportTelephone ?? td("none") },
          { term: td("supportWebsite"), description: provider.supportWebsite ?? td("none") },
          { term: t("subscriptions"), description: String(count(provider.subscriptions)) },
          { term: td("since"), description: instant(provider.since) },
        ],
        links: [],
      },
    };
  });
}

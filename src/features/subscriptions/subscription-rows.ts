import "server-only";
import { getTranslations } from "next-intl/server";
import type { SubscriptionListItem } from "#/domain/subscription/model";
import { showInstant } from "#/platform/i18n/format";
import type { Locale } from "#/platform/i18n/messages";
import type { CellValue, Column, TableRow } from "#/ui/table-types";
import { endWordOf, toneOfStatus } from "./status";

/** The columns of a customer's subscriptions (S-19). */
export async function subscriptionColumns(): Promise<readonly Column[]> {
  const t = await getTranslations("subscriptions.list");
  return [
    { id: "subscription", header: t("subscription"), kind: "link", width: "md" },
    { id: "quantity", header: t("quantity"), kind: "number" },
    { id: "status", header: t("status"), kind: "badge" },
    { id: "ends", header: t("ends"), width: "md" },
    { id: "term", header: t("term"), hideOnPhone: true },
    { id: "billing", header: t("billing"), hideOnPhone: true },
    { id: "reseller", header: t("reseller") },
    { id: "supportContact", header: t("supportContact") },
  ];
}

type RowOptions = {
  readonly locale: Locale;
  readonly timeZone: string;
  /** Where a row leads; nowhere for those who may only read the list. */
  readonly hrefOf?: ((id: string) => string) | undefined;
};

type ListTexts = Awaited<ReturnType<typeof getTranslations<"subscriptions.list">>>;

/** When a subscription renews or ends, in UTC with the reader's own time under it (G22). */
export function endCell(
  item: Pick<SubscriptionListItem, "status" | "autoRenew" | "commitmentEndsAt">,
  { locale, timeZone }: RowOptions,
  t: ListTexts,
): CellValue {
  const { utc, local } = showInstant(item.commitmentEndsAt, locale, timeZone);
  const text = t(endWordOf(item.status, item.autoRenew), { instant: utc });
  return timeZone === "UTC" ? { text } : { text, detail: t("local", { instant: local }) };
}

function resellerCell(item: SubscriptionListItem, t: ListTexts): CellValue {
  if (item.resellerPartnerId === null) return t("noReseller");
  return { text: item.resellerName ?? t("unknownPartner"), detail: `ID: ${item.resellerPartnerId}` };
}

/** The rows of a customer's subscriptions as plain data. */
export async function subscriptionRows(
  items: readonly SubscriptionListItem[],
  options: RowOptions,
): Promise<readonly TableRow[]> {
  const [t, tStatus, tTerm, tBilling] = await Promise.all([
    getTranslations("subscriptions.list"),
    getTranslations("subscriptions.status"),
    getTranslations("subscriptions.term"),
    getTranslations("subscriptions.billing"),
  ]);
  return items.map((item) => ({
    id: item.id,
    label: item.friendlyName,
    href: options.hrefOf?.(item.id),
    cells: {
      subscription:
        item.friendlyName === item.offerName
          ? { text: item.friendlyName }
          : { text: item.friendlyName, detail: item.offerName },
      quantity: item.quantity,
      status: { text: tStatus(item.status), tone: toneOfStatus[item.status] },
      ends: endCell(item, options, t),
      term: tTerm(item.termDuration),
      billing: tBilling(item.billingCycle),
      reseller: resellerCell(item, t),
      supportContact: item.supportContactName ?? t("unknownPartner"),
    },
  }));
}

import "server-only";
import { getTranslations } from "next-intl/server";
import type { OwnSubscription } from "#/domain/subscription/queries/list-own-subscriptions";
import type { Locale } from "#/platform/i18n/messages";
import type { Column, TableRow } from "#/ui/table-types";
import { toneOfStatus } from "./status";
import { endCell } from "./subscription-rows";

/** The columns of a customer's own subscriptions (S-26, R122). */
export async function ownColumns(): Promise<readonly Column[]> {
  const [t, tOwn] = await Promise.all([
    getTranslations("subscriptions.list"),
    getTranslations("subscriptions.own"),
  ]);
  return [
    { id: "subscription", header: t("subscription"), width: "md" },
    { id: "quantity", header: t("quantity"), kind: "number" },
    { id: "status", header: t("status"), kind: "badge" },
    { id: "ends", header: t("ends"), width: "md" },
    { id: "provider", header: t("provider") },
    { id: "supportContact", header: tOwn("supportContact") },
    { id: "email", header: t("email"), kind: "link" },
    { id: "phone", header: t("phone") },
  ];
}

/** The rows of a customer's own subscriptions: what it has, who sells it, and whom to turn to. */
export async function ownRows(
  items: readonly OwnSubscription[],
  options: { readonly locale: Locale; readonly timeZone: string },
): Promise<readonly TableRow[]> {
  const [t, tStatus] = await Promise.all([
    getTranslations("subscriptions.list"),
    getTranslations("subscriptions.status"),
  ]);
  return items.map((item) => ({
    id: item.id,
    label: item.offerName,
    cells: {
      subscription: item.offerName,
      quantity: item.quantity,
      status: { text: tStatus(item.status), tone: toneOfStatus[item.status] },
      ends: endCell(item, options, t),
      provider: item.providerName ?? t("unknownPartner"),
      supportContact: item.supportName
        ? { text: item.supportName, detail: item.supportWebsite ?? undefined }
        : t("unknownPartner"),
      email: item.supportEmail ? { text: item.supportEmail, href: `mailto:${item.supportEmail}` } : t("none"),
      phone: item.supportTelephone?.replaceAll(" ", "\u00a0") ?? t("none"),
    },
  }));
}

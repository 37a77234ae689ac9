import { getLocale, getTranslations } from "next-intl/server";
import type { HistoryEntry } from "#/domain/subscription/history";
import type { SubscriptionDetail, ToldChange } from "#/domain/subscription/queries/get-subscription";
import type { Viewer } from "#/platform/auth/viewer";
import { showInstant } from "#/platform/i18n/format";
import { Section } from "#/ui/card";
import { Timestamp } from "#/ui/timestamp";

type SubscriptionHistoryProps = {
  readonly viewer: Viewer;
  readonly subscription: SubscriptionDetail;
  readonly history: readonly ToldChange[];
};

/** One value of the history in words: the number, the name, or the reseller with its id. */
function valueText(told: HistoryEntry["before"], nobody: string): string {
  if (typeof told.quantity === "number") return String(told.quantity);
  if (typeof told.friendlyName === "string") return told.friendlyName;
  if (told.partnerId) return `${told.name ?? ""} (ID: ${told.partnerId})`.trim();
  return typeof told.name === "string" ? told.name : nobody;
}

/** What happened to the subscription: who changed what, from what to what, and when; the newest first (S-20). */
export async function SubscriptionHistory({ viewer, subscription, history }: SubscriptionHistoryProps) {
  const [t, locale] = await Promise.all([getTranslations("subscriptions.history"), getLocale()]);
  const line = (key: string, what: string, change: string, who: string, at: Date) => {
    const shown = showInstant(at, locale, viewer.timeZone ?? "UTC");
    return (
      <li key={key} className="grid gap-x-6 py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <span>
          <span className="font-medium">{what}</span> {change}
        </span>
        <span className="text-sm text-ink-muted">
          {who} · <Timestamp instant={shown.iso} utc={shown.utc} local={shown.local} />
        </span>
      </li>
    );
  };
  return (
    <Section title={t("title")}>
      <ol className="divide-y divide-line">
        {history.map((entry) =>
          line(
            entry.id,
            t(entry.kind),
            t("change", {
              before: valueText(entry.before, t("nobody")),
              after: valueText(entry.after, t("nobody")),
            }),
            entry.changedByName,
            entry.changedAt,
          ),
        )}
        {line(
          "ordered",
          t("ordered"),
          subscription.orderNumber,
          subscription.orderedByName,
          subscription.orderedAt,
        )}
      </ol>
    </Section>
  );
}

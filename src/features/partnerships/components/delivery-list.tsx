import { getLocale, getTranslations } from "next-intl/server";
import type { MailDelivery } from "#/domain/partnership/delivery";
import type { SentMail } from "#/domain/partnership/queries/read-invitation";
import { StatusChip } from "#/ui/badge";
import { Section } from "#/ui/card";
import type { Tone } from "#/ui/tone";
import { instantTexts } from "../instant-text";
import { RefreshWhileWaiting } from "./refresh-while-waiting";

type DeliveryListProps = { readonly deliveries: readonly SentMail[]; readonly timeZone: string | null };

const toneOf = {
  waiting: "info",
  retrying: "warning",
  sent: "success",
  failed: "danger",
} as const satisfies Record<MailDelivery["state"], Tone>;

/** What became of each mail the portal made of an invitation; looks again by itself while one waits. */
export async function DeliveryList({ deliveries, timeZone }: DeliveryListProps) {
  if (deliveries.length === 0) return null;
  const [t, states, locale] = await Promise.all([
    getTranslations("partnerships.editor"),
    getTranslations("partnerships.deliveries"),
    getLocale(),
  ]);
  const instant = await instantTexts(locale, timeZone);
  const explain = (delivery: MailDelivery): string => {
    if (delivery.state === "waiting") return t("deliveryWaiting");
    if (delivery.state === "retrying") return t("deliveryRetrying");
    if (delivery.state === "failed") return t("deliveryFailed");
    if (!delivery.at) return states("sent");
    return t("deliverySent", { at: instant(delivery.at) });
  };
  const waits = deliveries.some(
    ({ delivery }) => delivery.state === "waiting" || delivery.state === "retrying",
  );
  return (
    <Section title={t("deliveriesTitle")} className="mt-8">
      <ul className="grid gap-3" aria-live="polite">
        {deliveries.map(({ recipient, queuedAt, delivery }) => (
          <li key={queuedAt.toISOString()} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StatusChip tone={toneOf[delivery.state]}>{states(delivery.state)}</StatusChip>
              <span className="break-all">{recipient}</span>
            </span>
            <span className="text-ink-muted text-sm">{explain(delivery)}</span>
            {"reason" in delivery && delivery.reason !== "" && (
              <span className="text-ink-muted text-sm">
                {t("deliveryReason", { reason: delivery.reason })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {waits && <RefreshWhileWaiting />}
    </Section>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { showInstant } from "#/platform/i18n/format";
import type { FormFacts } from "../form-facts";
import { Countdown } from "./countdown";

/** **View licenses to reduce**: what can be taken back now, batch by batch, each with its deadline running down (R101, G2). */
export function ReducibleSeats({ facts }: { readonly facts: FormFacts }) {
  const t = useTranslations("subscriptions.detail");
  const locale = useLocale();
  const show = (iso: string) => showInstant(new Date(iso), locale, facts.timeZone);
  const count = facts.batches.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <details className="text-sm">
      <summary className="cursor-pointer">
        {t("reduce")} <span className="text-ink-muted">{t("reduceNow", { count })}</span>
      </summary>
      <ul className="mt-2 grid gap-2">
        {facts.batches.map((batch) => {
          const until = show(batch.reducibleUntil);
          return (
            <li key={batch.id} className="flex flex-wrap gap-x-3">
              <span>{t("batch", { count: batch.quantity, added: show(batch.addedAt).utc })}</span>
              <span className="text-ink-muted" title={until.local}>
                {t("batchUntil", { until: until.utc })}
              </span>
              <Countdown until={batch.reducibleUntil} readAt={facts.readAt} />
            </li>
          );
        })}
        <li className="text-ink-muted">{t("reduceLater", { instant: show(facts.commitmentEndsAt).utc })}</li>
      </ul>
    </details>
  );
}

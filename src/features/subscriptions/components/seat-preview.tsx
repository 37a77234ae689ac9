"use client";

import { useLocale, useTranslations } from "next-intl";
import { calendarDateAt, startOfDayUtc } from "#/domain/kernel/calendar-date";
import { formatMoney, type Money } from "#/domain/kernel/money";
import {
  priceOfDecrease,
  priceOfIncrease,
  type SeatPriceLine,
  seatTermsOf,
  totalOf,
} from "#/domain/subscription/seat-price";
import { planSeats } from "#/domain/subscription/seats";
import { showDay } from "#/platform/i18n/format";
import { Money as Amount } from "#/ui/money";
import type { FormFacts, PriceFacts } from "../form-facts";

type SeatPreviewProps = {
  readonly facts: FormFacts;
  readonly price: PriceFacts;
  readonly wanted: number;
};

type Preview = {
  readonly lines: readonly SeatPriceLine[];
  readonly total: Money;
  readonly isCredit: boolean;
};

/** The lines of a change by the server's day; nothing for a total that cannot be submitted. */
function previewOf({ facts, price, wanted }: SeatPreviewProps): Preview | undefined {
  if (wanted < facts.minimumQuantity || wanted > facts.maximumQuantity) return undefined;
  const terms = seatTermsOf({
    ...price,
    unitPriceMinor: BigInt(price.unitPriceMinor),
    startsAt: new Date(price.startsAt),
  });
  if (!terms) return undefined;
  const readAt = new Date(facts.readAt);
  const today = calendarDateAt(readAt);
  const isCredit = wanted < facts.quantity;
  const lines = isCredit ? creditLines() : priceOfIncrease(terms, wanted - facts.quantity, today);
  return { lines, total: totalOf(lines, terms.unitPrice), isCredit };

  function creditLines(): readonly SeatPriceLine[] {
    const open = facts.batches.map((batch) => ({
      ...batch,
      addedAt: new Date(batch.addedAt),
      reducibleUntil: new Date(batch.reducibleUntil),
    }));
    const kept = facts.quantity - open.reduce((sum, { quantity }) => sum + quantity, 0);
    const plan = planSeats(open, wanted - kept, readAt);
    return plan.kind === "decrease" && terms ? priceOfDecrease(terms, plan.taken, today) : [];
  }
}

/** What a changed number of licences costs until the term ends, or gives back, line by line (R100, R101, R136). */
export function SeatPreview(props: SeatPreviewProps) {
  const t = useTranslations("subscriptions.price");
  const locale = useLocale();
  const preview = previewOf(props);
  if (!preview || preview.lines.length === 0) return null;
  const { lines, total, isCredit } = preview;
  const day = (date: string) => showDay(startOfDayUtc(date), locale);
  const text = (line: SeatPriceLine) => {
    const { startsOn, endsOn } = line.period;
    const shared = { seats: line.seatCount, from: day(startsOn), to: day(endsOn) };
    return line.days === 0
      ? t("lineWhole", { ...shared, repeats: line.repeats, amount: formatMoney(line.amount, locale) })
      : t("lineDays", { ...shared, days: line.days, all: line.daysInPeriod });
  };
  const until = day(lines.at(-1)?.period.endsOn ?? "");
  return (
    <section
      className="tt-card grid gap-2 text-sm"
      aria-live="polite"
      aria-label={t(isCredit ? "previewCredit" : "preview")}
    >
      <p className="font-medium">{t(isCredit ? "previewCredit" : "preview")}</p>
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li
            key={`${line.period.startsOn} ${line.seatCount} ${line.days}`}
            className="flex justify-between gap-4"
          >
            <span>{text(line)}</span>
            <Amount text={formatMoney(totalOf([line], total), locale)} />
          </li>
        ))}
      </ul>
      <p className="flex justify-between gap-4 border-t border-line pt-2">
        <span>{isCredit ? t("totalCredit") : t("total", { until })}</span>
        <Amount text={formatMoney(total, locale)} strong />
      </p>
      <p className="text-ink-muted">{t("hint")}</p>
    </section>
  );
}

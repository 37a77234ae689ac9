import { chargeFor, creditLineOf, refundFrom } from "../billing/proration";
import { type CalendarDate, calendarDateAt, daysBetween } from "../kernel/calendar-date";
import { isCurrency } from "../kernel/currency";
import { addMoney, type Money, moneyOf, multiplyMoney, zeroMoney } from "../kernel/money";
import type { TakenSeats } from "./seats";
import {
  type BillingCycle,
  billingPeriodsOf,
  type DatePeriod,
  daysIn,
  isCycleWithinTerm,
  type TermDuration,
  termOf,
} from "./term";

/** What decides the price of seats added or taken back: the price of one seat for the term, and how the term is charged. */
export type SeatTerms = {
  readonly unitPrice: Money;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly startsAt: Date;
};

/** One line of a preview: so many seats for some days of a billing period, charged `repeats` times. */
export type SeatPriceLine = {
  readonly seatCount: number;
  readonly period: DatePeriod;
  readonly days: number;
  readonly daysInPeriod: number;
  readonly repeats: number;
  /** Of one charge; negative for a credit. */
  readonly amount: Money;
};

type BillingPeriods = {
  readonly parts: number;
  readonly current: DatePeriod;
  readonly later: readonly DatePeriod[];
};

/** The billing period a day lies in and those after it in the same term; nothing when the day comes before the first term. */
function periodsAround(terms: SeatTerms, today: CalendarDate): BillingPeriods | undefined {
  const { termDuration, billingCycle } = terms;
  const anchor = calendarDateAt(terms.startsAt);
  if (today < anchor || !isCycleWithinTerm(billingCycle, termDuration)) return undefined;
  let number = 0;
  while (termOf(anchor, termDuration, number).endsOn < today) number += 1;
  const periods = billingPeriodsOf(anchor, termDuration, billingCycle, number);
  const index = periods.findIndex(({ endsOn }) => endsOn >= today);
  const current = periods[index];
  return current && { parts: periods.length, current, later: periods.slice(index + 1) };
}

/**
 * What seats added today will cost until the term ends, line by line: this billing period by the day from today on, then
 * each later period whole (R100, R136). Nothing when the terms allow no calculation.
 */
export function priceOfIncrease(
  terms: SeatTerms,
  seatCount: number,
  today: CalendarDate,
): readonly SeatPriceLine[] {
  const periods = periodsAround(terms, today);
  if (!periods) return [];
  const { parts, current, later } = periods;
  const daysInPeriod = daysIn(current);
  const days = daysBetween(today, current.endsOn) + 1;
  // A price for the whole term, of which one billing period is a part: one rounding for both divisions.
  const amount = chargeFor({
    unitPrice: terms.unitPrice,
    seatCount,
    days,
    daysInPeriod: daysInPeriod * parts,
  });
  const first: SeatPriceLine = {
    seatCount,
    period: { ...current, startsOn: today },
    days,
    daysInPeriod,
    repeats: 1,
    amount,
  };
  const [next] = later;
  const last = later.at(-1);
  if (!next || !last) return [first];
  const whole = chargeFor({ unitPrice: terms.unitPrice, seatCount, days: 1, daysInPeriod: parts });
  const rest = { startsOn: next.startsOn, endsOn: last.endsOn };
  return [first, { seatCount, period: rest, days: 0, daysInPeriod: 0, repeats: later.length, amount: whole }];
}

/**
 * What seats taken back today give back: for each batch the days of this billing period after today, since later periods
 * are not charged yet (R101, R136). Amounts are negative.
 */
export function priceOfDecrease(
  terms: SeatTerms,
  taken: readonly TakenSeats[],
  today: CalendarDate,
): readonly SeatPriceLine[] {
  const periods = periodsAround(terms, today);
  if (!periods) return [];
  const { parts, current } = periods;
  const daysInPeriod = daysIn(current);
  const days = daysBetween(today, current.endsOn);
  return taken.map(({ quantity }) => {
    const seats = {
      unitPrice: terms.unitPrice,
      seatCount: quantity,
      days,
      daysInPeriod: daysInPeriod * parts,
    };
    const charged = chargeFor({ ...seats, days: daysInPeriod });
    return {
      seatCount: quantity,
      period: current,
      days,
      daysInPeriod,
      repeats: 1,
      amount: creditLineOf(refundFrom(charged, seats)),
    };
  });
}

/** The sum of the lines over all their repetitions. */
export function totalOf(lines: readonly SeatPriceLine[], unitPrice: Money): Money {
  return lines.reduce(
    (sum, { amount, repeats }) => addMoney(sum, multiplyMoney(amount, repeats)),
    zeroMoney(unitPrice.currency),
  );
}

type PricedFacts = Omit<SeatTerms, "unitPrice" | "termDuration"> & {
  readonly termDuration: TermDuration | "none";
  readonly unitPriceMinor: bigint;
  readonly currency: string;
};

/** The terms by which seats of a subscription are priced; nothing for what has no term or an unknown currency. */
export function seatTermsOf({ unitPriceMinor, currency, termDuration, billingCycle, startsAt }: PricedFacts) {
  if (termDuration === "none" || !isCurrency(currency)) return undefined;
  return {
    unitPrice: moneyOf(unitPriceMinor, currency),
    termDuration,
    billingCycle,
    startsAt,
  } satisfies SeatTerms;
}

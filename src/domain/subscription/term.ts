import type { CalendarDate } from "#/domain/kernel/calendar-date";
import {
  addDays,
  addMonths,
  calendarDateAt,
  daysBetween,
  startOfDayUtc,
} from "#/domain/kernel/calendar-date";

/** The terms a licence is sold for, as ISO 8601 durations (spec 1.4). */
export const termDurations = ["P1M", "P1Y", "P3Y"] as const;

/** One of the terms a licence is sold for. */
export type TermDuration = (typeof termDurations)[number];

/** How often a term is charged; `one_time` and `none` are charged once or never (spec 1.4). */
export type BillingCycle = "monthly" | "annual" | "triennial" | "one_time" | "none";

/** A stretch of whole days in UTC, both ends included. */
export type DatePeriod = { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate };

/** Months of each term. */
export const monthsOfTerm = { P1M: 1, P1Y: 12, P3Y: 36 } as const satisfies Record<TermDuration, number>;

/** Months of each billing cycle that divides a term. */
export const monthsOfCycle = { monthly: 1, annual: 12, triennial: 36 } as const;

/** Hours after adding seats in which they may be taken back (R101, R110): seven days to the minute. */
export const changeWindowHours = 168;

const hourMs = 3_600_000;

/** Whether a text is a term licences are sold for. */
export function isTermDuration(text: string): text is TermDuration {
  return termDurations.some((duration) => duration === text);
}

/** Days of a period, counting both ends. */
export function daysIn(period: DatePeriod): number {
  return daysBetween(period.startsOn, period.endsOn) + 1;
}

/**
 * The term with the given number (0 is the first) of a subscription whose first term began on the anchor day: it ends the
 * day before the next begins, so terms never overlap and never leave a gap. Every term is counted from the anchor, so a
 * subscription of the 31st returns to the 31st after a short month.
 */
export function termOf(anchor: CalendarDate, duration: TermDuration, number = 0): DatePeriod {
  const months = monthsOfTerm[duration];
  const startsOn = addMonths(anchor, months * number);
  return { startsOn, endsOn: addDays(addMonths(anchor, months * (number + 1)), -1) };
}

/** The first term of a subscription bought at an instant; it counts from that day in UTC. */
export function firstTerm(boughtAt: Date, duration: TermDuration): DatePeriod {
  return termOf(calendarDateAt(boughtAt), duration);
}

/** Whether the billing cycle fits the term: never longer than it (R105, 900270). */
export function isCycleWithinTerm(cycle: BillingCycle, duration: TermDuration): boolean {
  if (cycle === "one_time" || cycle === "none") return true;
  return monthsOfCycle[cycle] <= monthsOfTerm[duration];
}

/**
 * The periods in which a term is charged, in order, together exactly the term. `one_time` and `none` give the term as
 * one period. Throws when the cycle is longer than the term, which {@link isCycleWithinTerm} refuses before.
 */
export function billingPeriodsOf(
  anchor: CalendarDate,
  duration: TermDuration,
  cycle: BillingCycle,
  number = 0,
): readonly DatePeriod[] {
  if (!isCycleWithinTerm(cycle, duration))
    throw new RangeError(`${cycle} billing is longer than ${duration}`);
  if (cycle === "one_time" || cycle === "none") return [termOf(anchor, duration, number)];
  const step = monthsOfCycle[cycle];
  const first = monthsOfTerm[duration] * number;
  return Array.from({ length: monthsOfTerm[duration] / step }, (_, index) => ({
    startsOn: addMonths(anchor, first + index * step),
    endsOn: addDays(addMonths(anchor, first + (index + 1) * step), -1),
  }));
}

/** The instant a term gives way to the next: 00:00 UTC of the day after its last (R109). */
export function renewsAt(term: DatePeriod): Date {
  return startOfDayUtc(addDays(term.endsOn, 1));
}

/** The last instant of a term, one millisecond before {@link renewsAt}: what is stored as the commitment's end. */
export function commitmentEndsAt(term: DatePeriod): Date {
  return new Date(renewsAt(term).getTime() - 1);
}

/** The last instant at which seats added at the given instant may be taken back: 168 hours later (R101). */
export function changeWindowEndsAt(addedAt: Date): Date {
  return new Date(addedAt.getTime() + changeWindowHours * hourMs);
}

/** Whether seats added at an instant may be taken back now; the window's last instant still counts (R101). */
export function isInChangeWindow(addedAt: Date, now: Date): boolean {
  return now.getTime() <= changeWindowEndsAt(addedAt).getTime();
}

/**
 * Cuts a period after one of its days: that day still belongs to the first part. How a cancellation bills the days used
 * and how a transfer divides a term between two partners (R110, R154). Throws when the day lies outside the period.
 */
export function splitDays(
  period: DatePeriod,
  lastDay: CalendarDate,
): { readonly used: number; readonly rest: number } {
  const used = daysBetween(period.startsOn, lastDay) + 1;
  const all = daysIn(period);
  if (used < 1 || used > all)
    throw new RangeError(`${lastDay} lies outside ${period.startsOn} to ${period.endsOn}`);
  return { used, rest: all - used };
}

import type { CalendarDate } from "#/domain/kernel/calendar-date";
import { addDays, addMonths, endOfMonth } from "#/domain/kernel/calendar-date";
import type { DatePeriod, TermDuration } from "./term";
import { monthsOfTerm, termOf } from "./term";

/**
 * The latest day a first term may be cut to: the day the full term would renew on. The source's printed example of a
 * month bought on the 2nd and aligned to the 2nd shows that this day itself is still allowed (R139).
 */
function latestEnd(boughtOn: CalendarDate, duration: TermDuration): CalendarDate {
  return addMonths(boughtOn, monthsOfTerm[duration]);
}

/**
 * Where a new term ends when it is aligned with an existing subscription: on the latest end of that subscription's own
 * rhythm (its end, then one of its terms later, and so on) that is not after the new term's full length. `null` when
 * even the existing end is too late (R139).
 */
export function alignWithSubscription(
  boughtOn: CalendarDate,
  duration: TermDuration,
  existing: { readonly endsOn: CalendarDate; readonly duration: TermDuration },
): CalendarDate | null {
  const latest = latestEnd(boughtOn, duration);
  if (existing.endsOn > latest || existing.endsOn < boughtOn) return null;
  const step = monthsOfTerm[existing.duration];
  let aligned = existing.endsOn;
  for (let count = 1; addMonths(existing.endsOn, step * count) <= latest; count += 1) {
    aligned = addMonths(existing.endsOn, step * count);
  }
  return aligned;
}

/** Where a new term ends when it is aligned with the calendar: on the last month end within its full length (R139). */
export function alignWithCalendarMonth(boughtOn: CalendarDate, duration: TermDuration): CalendarDate {
  const lastDay = termOf(boughtOn, duration).endsOn;
  const monthEnd = endOfMonth(lastDay);
  return monthEnd === lastDay ? monthEnd : endOfMonth(addMonths(lastDay, -1));
}

/** The term that follows one that was cut short: a full one, from the day after (R139). */
export function termAfter(endsOn: CalendarDate, duration: TermDuration): DatePeriod {
  return termOf(addDays(endsOn, 1), duration);
}

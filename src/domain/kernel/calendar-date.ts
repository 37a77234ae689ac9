/**
 * A day of the calendar without time or zone, as `YYYY-MM-DD`: it sorts as text and travels as JSON. Years 1000 to 9999.
 * Everything but {@link parseCalendarDate} expects a valid one and throws otherwise.
 */
export type CalendarDate = string;

const dayMs = 86_400_000;
const written = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; `null` for anything else and for days that do not exist, such as 30 February. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = written.exec(text);
  if (match === null) return null;
  const instant = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return instant.toISOString().slice(0, 10) === text ? text : null;
}

function instantOf(date: CalendarDate): number {
  const instant = parseCalendarDate(date) === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(instant)) throw new RangeError(`Not a calendar date: ${date}`);
  return instant;
}

function dateOf(instant: number): CalendarDate {
  const text = new Date(instant).toISOString().slice(0, 10);
  if (parseCalendarDate(text) === null) throw new RangeError("The date leaves the years 1000 to 9999");
  return text;
}

/** 00:00 UTC of the day. */
export function startOfDayUtc(date: CalendarDate): Date {
  return new Date(instantOf(date));
}

/** The day it is at an instant in a time zone (IANA name), UTC unless told; throws on an unknown zone. */
export function calendarDateAt(instant: Date, timeZone = "UTC"): CalendarDate {
  if (timeZone === "UTC") return dateOf(instant.getTime());
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The day so many days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(instantOf(date) + days * dayMs);
}

/** Whole days from the first date to the second: 1 from one day to the next, negative backwards. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs);
}

/** The last day of the month the date lies in. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const day = startOfDayUtc(date);
  return dateOf(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0));
}

/**
 * The same day of the month so many months later; where that month is shorter, its last day: 31 January plus one month
 * is 28 or 29 February. Count from one anchor instead of adding step by step, or the day is lost for good.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const day = startOfDayUtc(date);
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month, Math.min(day.getUTCDate(), lastDay)));
}

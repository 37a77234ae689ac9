import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysBetween } from "#/domain/kernel/calendar-date";
import { alignWithCalendarMonth, alignWithSubscription, termAfter } from "./coterminosity";
import type { BillingCycle } from "./term";
import {
  billingPeriodsOf,
  changeWindowEndsAt,
  commitmentEndsAt,
  daysIn,
  firstTerm,
  isCycleWithinTerm,
  isInChangeWindow,
  isTermDuration,
  monthsOfTerm,
  renewsAt,
  splitDays,
  termDurations,
  termOf,
} from "./term";

describe("the change window (R101)", () => {
  const bought = new Date("2026-03-15T11:00:00Z");

  test("Appendix F: bought on 15 March at 11:00, until 22 March at 11:00, exactly 168 hours", () => {
    expect(changeWindowEndsAt(bought)).toEqual(new Date("2026-03-22T11:00:00Z"));
    expect(isInChangeWindow(bought, bought)).toBe(true);
    expect(isInChangeWindow(bought, new Date("2026-03-22T11:00:00.000Z"))).toBe(true);
    expect(isInChangeWindow(bought, new Date("2026-03-22T11:00:00.001Z"))).toBe(false);
  });

  test("is 168 hours also across the days the clocks change", () => {
    const window = changeWindowEndsAt(new Date("2026-03-28T11:00:00Z"));
    expect(window).toEqual(new Date("2026-04-04T11:00:00Z"));
  });
});

describe("a term", () => {
  test.each([
    ["2024-07-12", "P1Y", "2025-07-11", 365],
    ["2018-01-13", "P1M", "2018-02-12", 31],
    ["2018-02-13", "P1M", "2018-03-12", 28],
    ["2026-01-31", "P1M", "2026-02-27", 28],
    ["2024-01-31", "P1M", "2024-02-28", 29],
    ["2024-02-29", "P1Y", "2025-02-27", 365],
    ["2023-03-01", "P1Y", "2024-02-29", 366],
    ["2026-01-01", "P3Y", "2028-12-31", 1096],
    ["2025-03-15", "P3Y", "2028-03-14", 1096],
  ] as const)("from %s for %s ends on %s after %i days", (startsOn, duration, endsOn, days) => {
    const term = termOf(startsOn, duration);
    expect(term).toEqual({ startsOn, endsOn });
    expect(daysIn(term)).toBe(days);
  });

  test("begins on the day of the purchase in UTC and renews at 00:00 UTC of the day after its last (R109)", () => {
    const term = firstTerm(new Date("2026-03-15T23:30:00+01:00"), "P1Y");
    expect(term).toEqual({ startsOn: "2026-03-15", endsOn: "2027-03-14" });
    expect(renewsAt(term)).toEqual(new Date("2027-03-15T00:00:00Z"));
    expect(commitmentEndsAt(term)).toEqual(new Date("2027-03-14T23:59:59.999Z"));
  });

  test("of the 31st returns to the 31st after a short month", () => {
    const starts = [0, 1, 2, 3, 4].map((number) => termOf("2026-01-31", "P1M", number).startsOn);
    expect(starts).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
  });

  test("Appendix F: transferred on 2024-10-20, the source has 101 days and the target 264", () => {
    expect(splitDays(termOf("2024-07-12", "P1Y"), "2024-10-20")).toEqual({ used: 101, rest: 264 });
    expect(() => splitDays(termOf("2024-07-12", "P1Y"), "2025-07-12")).toThrow(RangeError);
  });

  test("knows the durations licences are sold for and no others", () => {
    expect(termDurations.every(isTermDuration)).toBe(true);
    expect(["P6M", "p1m", "", "OneTime", "P1D"].some(isTermDuration)).toBe(false);
  });

  test("R105: is never shorter than its billing cycle", () => {
    expect(isCycleWithinTerm("annual", "P1M")).toBe(false);
    expect(isCycleWithinTerm("triennial", "P1Y")).toBe(false);
    expect(isCycleWithinTerm("annual", "P3Y")).toBe(true);
    expect(isCycleWithinTerm("none", "P1M")).toBe(true);
    expect(() => billingPeriodsOf("2026-01-01", "P1M", "annual")).toThrow(RangeError);
  });
});

const anyStart = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 86_400_000, max: Date.UTC(2040, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const anyDuration = fc.constantFrom(...termDurations);
const anyCycle = fc.constantFrom<BillingCycle>("monthly", "annual", "triennial", "one_time", "none");

describe("a thousand generated terms", () => {
  test("follow each other without gap or overlap and keep the anchor's day where the month has it", () => {
    fc.assert(
      fc.property(anyStart, anyDuration, fc.nat({ max: 40 }), (anchor, duration, number) => {
        const term = termOf(anchor, duration, number);
        const next = termOf(anchor, duration, number + 1);
        expect(next.startsOn).toBe(addDays(term.endsOn, 1));
        expect(renewsAt(term).toISOString()).toBe(`${next.startsOn}T00:00:00.000Z`);
        const isShortMonth = addDays(term.startsOn, 1).slice(8) === "01";
        expect(term.startsOn.slice(8) === anchor.slice(8) || isShortMonth).toBe(true);
        const months = monthsOfTerm[duration];
        const [least, most] = { 1: [28, 31], 12: [365, 366], 36: [1095, 1096] }[months];
        expect(daysIn(term)).toBeGreaterThanOrEqual(least ?? 0);
        expect(daysIn(term)).toBeLessThanOrEqual(most ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  test("are charged in periods that together are exactly the term", () => {
    fc.assert(
      fc.property(anyStart, anyDuration, anyCycle, fc.nat({ max: 5 }), (anchor, duration, cycle, number) => {
        fc.pre(isCycleWithinTerm(cycle, duration));
        const term = termOf(anchor, duration, number);
        const periods = billingPeriodsOf(anchor, duration, cycle, number);
        expect(periods[0]?.startsOn).toBe(term.startsOn);
        expect(periods.at(-1)?.endsOn).toBe(term.endsOn);
        expect(periods.reduce((sum, period) => sum + daysIn(period), 0)).toBe(daysIn(term));
        periods.slice(1).forEach((period, index) => {
          expect(daysBetween(periods[index]?.endsOn ?? "", period.startsOn)).toBe(1);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("cut after any day give both parts all the days", () => {
    fc.assert(
      fc.property(anyStart, anyDuration, fc.nat(), (anchor, duration, day) => {
        const term = termOf(anchor, duration);
        const lastDay = addDays(term.startsOn, day % daysIn(term));
        const { used, rest } = splitDays(term, lastDay);
        expect(used + rest).toBe(daysIn(term));
        expect(used).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("Appendix F, aligned ends (R139)", () => {
  test.each([
    ["2022-07-01", "P3Y", "2022-10-01", "P1Y", "2024-10-01", "2024-10-02", "2027-10-01"],
    ["2022-07-01", "P3Y", "2022-10-01", "P3Y", "2022-10-01", "2022-10-02", "2025-10-01"],
    ["2022-07-01", "P1Y", "2022-10-01", "P1Y", "2022-10-01", "2022-10-02", "2023-10-01"],
    ["2022-03-02", "P1M", "2022-04-02", "P1M", "2022-04-02", "2022-04-03", "2022-05-02"],
  ] as const)(
    "bought %s for %s with an existing end %s of %s ends on %s, then %s to %s",
    (boughtOn, duration, endsOn, existing, aligned, nextStart, nextEnd) => {
      expect(alignWithSubscription(boughtOn, duration, { endsOn, duration: existing })).toBe(aligned);
      expect(termAfter(aligned, duration)).toEqual({ startsOn: nextStart, endsOn: nextEnd });
    },
  );

  test.each([
    ["2022-07-15", "P3Y", "2025-06-30"],
    ["2022-07-15", "P1Y", "2023-06-30"],
    ["2022-07-15", "P1M", "2022-07-31"],
  ] as const)("bought %s for %s and aligned to the month ends on %s", (boughtOn, duration, aligned) => {
    expect(alignWithCalendarMonth(boughtOn, duration)).toBe(aligned);
  });

  test("there is nothing to align with an end that is past or too late", () => {
    expect(alignWithSubscription("2022-07-01", "P1M", { endsOn: "2022-10-01", duration: "P1Y" })).toBeNull();
    expect(alignWithSubscription("2022-07-01", "P1Y", { endsOn: "2022-06-30", duration: "P1Y" })).toBeNull();
  });

  test("an end aligned to the month is a month's end within the full term", () => {
    fc.assert(
      fc.property(anyStart, anyDuration, (boughtOn, duration) => {
        const aligned = alignWithCalendarMonth(boughtOn, duration);
        expect(addDays(aligned, 1).slice(8)).toBe("01");
        expect(aligned >= boughtOn && aligned < addMonths(boughtOn, monthsOfTerm[duration])).toBe(true);
      }),
    );
  });
});

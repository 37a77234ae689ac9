import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarDateAt,
  daysBetween,
  endOfMonth,
  parseCalendarDate,
} from "./calendar-date";

const anyDate = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe("a calendar date", () => {
  test.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "0202-01-01",
    "2026-01-01T00:00Z",
    "",
  ])("%j is none", (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  test("29 February exists in leap years only", () => {
    expect(parseCalendarDate("2024-02-29")).toBe("2024-02-29");
    expect(parseCalendarDate("2000-02-29")).toBe("2000-02-29");
    expect(parseCalendarDate("1900-02-29")).toBeNull();
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", 6, "2027-02-28"],
  ])("%s and %i months is %s", (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test("months keep the day or end on the month's last", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(moved.slice(8) === date.slice(8) || moved === endOfMonth(moved)).toBe(true);
        expect(daysBetween(date, addDays(date, months))).toBe(months);
      }),
    );
  });

  test("at an instant depends on the time zone", () => {
    const instant = new Date("2026-03-28T23:30:00Z");
    expect(calendarDateAt(instant)).toBe("2026-03-28");
    expect(calendarDateAt(instant, "Europe/Rome")).toBe("2026-03-29");
    expect(calendarDateAt(instant, "America/New_York")).toBe("2026-03-28");
    expect(calendarDateAt(instant, "Pacific/Kiritimati")).toBe("2026-03-29");
    expect(() => calendarDateAt(instant, "Nowhere/Land")).toThrow(RangeError);
  });

  test("is right on both days the clocks change", () => {
    expect(calendarDateAt(new Date("2026-03-29T00:59:59Z"), "Europe/Rome")).toBe("2026-03-29");
    expect(calendarDateAt(new Date("2026-10-24T22:00:00Z"), "Europe/Rome")).toBe("2026-10-25");
    expect(calendarDateAt(new Date("2026-10-25T22:59:59Z"), "Europe/Rome")).toBe("2026-10-25");
    expect(calendarDateAt(new Date("2026-10-25T23:00:00Z"), "Europe/Rome")).toBe("2026-10-26");
  });

  test("refuses to compute with what is no date", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/calendar-date";
import { moneyOf, toDecimalText } from "../kernel/money";
import { priceOfDecrease, priceOfIncrease, type SeatTerms, seatTermsOf, totalOf } from "./seat-price";

const yearly: SeatTerms = {
  unitPrice: moneyOf(36_500, "EUR"),
  termDuration: "P1Y",
  billingCycle: "annual",
  startsAt: new Date("2026-03-01T09:00:00Z"),
};
const monthly: SeatTerms = { ...yearly, unitPrice: moneyOf(12_000, "EUR"), billingCycle: "monthly" };

const taken = (quantity: number) => [
  { batchId: "b", quantity, remaining: 0, addedAt: new Date("2026-03-10") },
];

describe("what seats cost", () => {
  test("R100: seats added to a yearly subscription paid at once cost the days from today to the end of the term", () => {
    const [line, ...more] = priceOfIncrease(yearly, 2, "2026-03-11");
    expect(more).toEqual([]);
    expect(line).toMatchObject({ seatCount: 2, days: 355, daysInPeriod: 365, repeats: 1 });
    expect(line?.period).toEqual({ startsOn: "2026-03-11", endsOn: "2027-02-28" });
    expect(line && toDecimalText(line.amount)).toBe("710.00");
  });

  test("R100: with monthly billing the present month counts by the day and each later month whole", () => {
    const lines = priceOfIncrease(monthly, 3, "2026-03-22");
    expect(lines).toMatchObject([
      { days: 10, daysInPeriod: 31, repeats: 1, period: { startsOn: "2026-03-22", endsOn: "2026-03-31" } },
      { repeats: 11, period: { startsOn: "2026-04-01", endsOn: "2027-02-28" } },
    ]);
    expect(lines.map(({ amount }) => toDecimalText(amount))).toEqual(["9.68", "30.00"]);
    expect(toDecimalText(totalOf(lines, monthly.unitPrice))).toBe("339.68");
  });

  test("in the last month of a term nothing follows, and in a later term the days of that term count", () => {
    expect(priceOfIncrease(monthly, 1, "2027-02-28")).toMatchObject([
      { days: 1, daysInPeriod: 28, repeats: 1 },
    ]);
    expect(priceOfIncrease(monthly, 1, "2027-03-01")).toMatchObject([{ days: 31 }, { repeats: 11 }]);
  });

  test("R101: seats taken back give back the days of the present period after today, as a credit", () => {
    const [line] = priceOfDecrease(yearly, taken(2), "2026-03-05");
    expect(line).toMatchObject({ seatCount: 2, days: 360, daysInPeriod: 365 });
    expect(line && toDecimalText(line.amount)).toBe("-720.00");
    const [month] = priceOfDecrease(monthly, taken(1), "2026-03-21");
    expect(month && toDecimalText(month.amount)).toBe("-3.23");
  });

  test("seats added and taken back on one day leave that one day to pay, and never a gain", () => {
    const terms = fc.constantFrom(yearly, monthly, { ...yearly, termDuration: "P3Y" } as const);
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 5_000 }), fc.nat(2_000), (given, seats, after) => {
        const today = addDays("2026-03-01", after);
        const [charged] = priceOfIncrease(given, seats, today);
        const [credited] = priceOfDecrease(given, taken(seats), today);
        const left = (charged?.amount.amountMinor ?? 0n) + (credited?.amount.amountMinor ?? 0n);
        expect(left >= 0n).toBe(true);
      }),
    );
  });

  test("there is no price for what has no term, an unknown currency, or before the subscription begins", () => {
    const facts = { ...yearly, unitPriceMinor: 100n, currency: "EUR" };
    expect(seatTermsOf({ ...facts, termDuration: "none" })).toBeUndefined();
    expect(seatTermsOf({ ...facts, currency: "XXX" })).toBeUndefined();
    expect(seatTermsOf(facts)?.unitPrice).toEqual(moneyOf(100n, "EUR"));
    expect(priceOfIncrease(yearly, 1, "2026-02-28")).toEqual([]);
    expect(priceOfDecrease({ ...yearly, billingCycle: "triennial" }, taken(1), "2026-03-05")).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Currency } from "#/domain/kernel/currency";
import { addMoney, compareMoney, moneyOf, parseMoney, toDecimalText } from "#/domain/kernel/money";
import { daysIn, splitDays, termOf } from "#/domain/subscription/term";
import { dueDateOf, isSuspensionDue } from "./payment-terms";
import { chargeFor, creditLineOf, extendedServiceRate, refundFrom } from "./proration";

function euro(text: string) {
  const parsed = parseMoney(text, "EUR");
  if (!parsed.ok) throw new Error(parsed.failure);
  return parsed.value;
}

describe("Appendix F, charges by R136", () => {
  test.each([
    ["4.00 a month of 31 days, 1 seat 19 days", "4.00", 31, 1, 19, "2.45"],
    ["4.00 a month of 31 days, 2 seats 12 days", "4.00", 31, 2, 12, "3.10"],
    ["4.00 a month, 2 seats the whole next period", "4.00", 28, 2, 28, "8.00"],
    ["48.00 a year, 19 of 365 days, 1 seat", "48.00", 365, 1, 19, "2.50"],
    ["48.00 a year, 346 days, 2 seats", "48.00", 365, 2, 346, "91.00"],
    ["211.20 a year, 1 day, 1 seat", "211.20", 365, 1, 1, "0.58"],
    ["211.20 a year, 27 days, 2 seats", "211.20", 365, 2, 27, "31.25"],
    ["211.20 a year, 337 days, 2 seats", "211.20", 365, 2, 337, "390.00"],
  ])("%s", (_, unitPrice, daysInPeriod, seatCount, days, expected) => {
    const charge = chargeFor({ unitPrice: euro(unitPrice), seatCount, days, daysInPeriod });
    expect(toDecimalText(charge)).toBe(expected);
  });

  test.each([
    ["4.00 a month of 28 days, credit for 12 days", "4.00", 28, 12, "-1.71"],
    ["48.00 a year, credit for 318 days", "48.00", 365, 318, "-41.82"],
    ["4.00 reversed whole when the seats change in the month", "4.00", 31, 31, "-4.00"],
  ])("%s", (_, unitPrice, daysInPeriod, days, expected) => {
    const price = euro(unitPrice);
    const refund = refundFrom(price, { unitPrice: price, seatCount: 1, days, daysInPeriod });
    expect(toDecimalText(creditLineOf(refund))).toBe(expected);
  });

  test("new commerce, cancelled on day 5 of an annual term: five days billed, the rest refunded", () => {
    const term = termOf("2026-03-15", "P1Y");
    const { used, rest } = splitDays(term, "2026-03-19");
    expect([used, rest]).toEqual([5, 360]);
    const price = euro("365.00");
    const cancelled = refundFrom(price, {
      unitPrice: price,
      seatCount: 1,
      days: rest,
      daysInPeriod: daysIn(term),
    });
    expect(toDecimalText(cancelled.rest)).toBe("5.00");
    expect(toDecimalText(cancelled.refund)).toBe("360.00");
  });

  test("extended service term: 10.00 a month becomes 10.30, or 12.30 where no monthly plan exists", () => {
    expect(toDecimalText(extendedServiceRate(euro("10.00"), true))).toBe("10.30");
    expect(toDecimalText(extendedServiceRate(euro("10.00"), false))).toBe("12.30");
  });

  test("a bill unpaid 61 days after its due date suspends, 60 days after does not", () => {
    expect(dueDateOf("2026-01-01")).toBe("2026-03-02");
    expect(isSuspensionDue("2026-03-02", "2026-05-01")).toBe(false);
    expect(isSuspensionDue("2026-03-02", "2026-05-02")).toBe(true);
  });
});

const currencies = fc.constantFrom<Currency>("EUR", "JPY", "KWD");
const line = fc
  .record({
    unitMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    currency: currencies,
    seatCount: fc.integer({ min: 0, max: 10_000_000 }),
    daysInPeriod: fc.constantFrom(28, 29, 30, 31, 365, 366, 1095, 1096),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ unitMinor, currency, share, ...counts }) => ({
    ...counts,
    unitPrice: moneyOf(unitMinor, currency),
    days: Math.floor(share * counts.daysInPeriod),
  }));

describe("R136", () => {
  test("refund and rest are exactly the original charge, and neither is negative", () => {
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(), (given, seats, days) => {
        const charged = chargeFor(given);
        const back = { seatCount: seats % (given.seatCount + 1), days: days % (given.days + 1) };
        const { refund, rest } = refundFrom(charged, { ...given, ...back });
        expect(addMoney(refund, rest)).toEqual(charged);
        expect(refund.amountMinor >= 0n && rest.amountMinor >= 0n).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("many small refunds never give back more than was charged", () => {
    fc.assert(
      fc.property(line, fc.array(fc.nat({ max: 400 }), { maxLength: 30 }), (given, daysBack) => {
        let standing = chargeFor(given);
        for (const back of daysBack) {
          const days = Math.min(back, given.daysInPeriod);
          const { rest } = refundFrom(standing, { ...given, seatCount: 1, days });
          expect(compareMoney(rest, standing)).toBeLessThanOrEqual(0);
          expect(rest.amountMinor >= 0n).toBe(true);
          standing = rest;
        }
      }),
    );
  });

  test("the whole period costs exactly unit price times seats", () => {
    fc.assert(
      fc.property(line, (given) => {
        const whole = chargeFor({ ...given, days: given.daysInPeriod });
        expect(whole.amountMinor).toBe(given.unitPrice.amountMinor * BigInt(given.seatCount));
        expect(compareMoney(chargeFor(given), whole)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each([
    [{ days: 32 }],
    [{ days: -1 }],
    [{ days: 1.5 }],
    [{ seatCount: -1 }],
    [{ seatCount: 0.5 }],
    [{ daysInPeriod: 0, days: 0 }],
    [{ seatCount: Number.NaN }],
  ])("refuses to compute with %j", (change) => {
    const given = { unitPrice: moneyOf(400, "EUR"), seatCount: 1, days: 19, daysInPeriod: 31 };
    expect(() => chargeFor({ ...given, ...change })).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Currency } from "./currency";
import { isCurrency, minorUnitDecimals } from "./currency";
import {
  addMoney,
  compareMoney,
  divideHalfUp,
  formatMoney,
  moneyOf,
  multiplyMoney,
  negateMoney,
  parseMoney,
  subtractMoney,
  sumMoney,
  toDecimalText,
  totalsByCurrency,
} from "./money";

const anyCurrency = fc.constantFrom<Currency>("EUR", "USD", "CHF", "JPY", "KWD", "HUF");
const anyAmount = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
const anyMoney = fc.record({ amountMinor: anyAmount, currency: anyCurrency });

describe("a currency", () => {
  test.each([
    ["EUR", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["KWD", 3],
    ["TWD", 2],
  ] as const)("%s has %i decimals, as ISO 4217 says", (currency, decimals) => {
    expect(minorUnitDecimals(currency)).toBe(decimals);
  });

  test("is known by its capitals and is still in use", () => {
    expect(["EUR", "USD", "SEK"].every(isCurrency)).toBe(true);
    expect(["eur", "Euro", "", "XXX", "DEM", "toString"].some(isCurrency)).toBe(false);
  });
});

describe("an amount", () => {
  test.each([
    ["341.76", "EUR", 34176n],
    ["21", "EUR", 2100n],
    ["82.8", "EUR", 8280n],
    ["0", "EUR", 0n],
    ["-0.05", "EUR", -5n],
    ["0.0500", "EUR", 5n],
    ["100.00", "JPY", 100n],
    ["1.234", "KWD", 1234n],
    ["999999999999999.99", "EUR", 99999999999999999n],
  ] as const)("%s %s is %s minor units", (text, currency, amountMinor) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, value: { amountMinor, currency } });
  });

  test.each([
    ["", "EUR", "money.format"],
    [" 1", "EUR", "money.format"],
    ["1,5", "EUR", "money.format"],
    ["1.", "EUR", "money.format"],
    [".5", "EUR", "money.format"],
    ["1e3", "EUR", "money.format"],
    ["+1", "EUR", "money.format"],
    ["١٢", "EUR", "money.format"],
    ["NaN", "EUR", "money.format"],
    ["1234567890123456", "EUR", "money.format"],
    ["0.005", "EUR", "money.too_precise"],
    ["0.5", "JPY", "money.too_precise"],
  ] as const)("%j %s is refused with %s and never rounded", (text, currency, problem) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, failure: problem });
  });

  test("written out and read back is the same amount", () => {
    fc.assert(
      fc.property(anyMoney, (money) => {
        expect(parseMoney(toDecimalText(money), money.currency)).toEqual({ ok: true, value: money });
      }),
    );
  });

  test("adds, subtracts and sums exactly beyond what floating point can hold", () => {
    fc.assert(
      fc.property(anyCurrency, fc.array(anyAmount, { maxLength: 20 }), (currency, amounts) => {
        const monies = amounts.map((amount) => moneyOf(amount, currency));
        const total = sumMoney(monies, currency);
        expect(total.amountMinor).toBe(amounts.reduce((sum, amount) => sum + amount, 0n));
        for (const money of monies) expect(subtractMoney(addMoney(total, money), money)).toEqual(total);
        expect(sumMoney([...monies, ...monies.map(negateMoney)], currency).amountMinor).toBe(0n);
      }),
    );
  });

  test("of one currency never combines with another", () => {
    const euro = moneyOf(1, "EUR");
    const dollar = moneyOf(1, "USD");
    expect(() => addMoney(euro, dollar)).toThrow("EUR");
    expect(() => subtractMoney(euro, dollar)).toThrow("USD");
    expect(() => compareMoney(euro, dollar)).toThrow("EUR");
    expect(totalsByCurrency([euro, dollar, euro])).toEqual([moneyOf(2, "EUR"), dollar]);
  });

  test("compares by size", () => {
    expect(compareMoney(moneyOf(1, "EUR"), moneyOf(2, "EUR"))).toBeLessThan(0);
    expect(compareMoney(moneyOf(2, "EUR"), moneyOf(2, "EUR"))).toBe(0);
    expect(compareMoney(moneyOf(3, "EUR"), moneyOf(2, "EUR"))).toBeGreaterThan(0);
  });
});

describe("R136: rounding half up", () => {
  test.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])("%s ÷ %s is %s", (numerator, denominator, expected) => {
    expect(divideHalfUp(numerator, denominator)).toBe(expected);
  });

  test("is never more than half a unit away, and a half goes away from zero", () => {
    fc.assert(
      fc.property(anyAmount, fc.bigInt({ min: 1n, max: 10n ** 6n }), (numerator, denominator) => {
        const rounded = divideHalfUp(numerator, denominator);
        const twiceOff = 2n * (rounded * denominator - numerator);
        expect(twiceOff <= denominator && twiceOff >= -denominator).toBe(true);
        if (twiceOff === denominator) expect(numerator > 0n).toBe(true);
        if (twiceOff === -denominator) expect(numerator < 0n).toBe(true);
        expect(divideHalfUp(-numerator, denominator)).toBe(-rounded);
      }),
    );
  });

  test("refuses to divide by nothing", () => {
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
    expect(multiplyMoney(moneyOf(101, "EUR"), 1, 2)).toEqual(moneyOf(51, "EUR"));
  });
});

describe("an amount shown", () => {
  test.each([
    [1234567n, "EUR", "en", "€12,345.67"],
    [1234567n, "EUR", "it", "12.345,67 €"],
    [123456n, "EUR", "it", "1.234,56 €"],
    [-5n, "EUR", "en", "-€0.05"],
    [1234n, "JPY", "en", "¥1,234"],
    [1234n, "KWD", "en", "KWD 1.234"],
    [100000n, "CHF", "it", "1.000,00 CHF"],
    [123456789012345678901n, "EUR", "en", "€1,234,567,890,123,456,789.01"],
  ] as const)("%s minor units of %s in %s reads %j", (amountMinor, currency, locale, expected) => {
    expect(formatMoney({ amountMinor, currency }, locale).replace(/[\u00a0\u202f]/g, " ")).toBe(expected);
  });
});

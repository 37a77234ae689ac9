import type { Currency } from "./currency";
import { minorUnitDecimals } from "./currency";
import type { Result } from "./result";
import { failed, ok } from "./result";

/** An exact amount: whole minor units (cents) of a currency, negative for credits. Never a floating-point number. */
export type Money = { readonly amountMinor: bigint; readonly currency: Currency };

/** Why a text is no amount: not a plain decimal number, or finer than the currency's minor unit. */
export type MoneyProblem = "money.format" | "money.too_precise";

/** An amount of so many minor units. */
export function moneyOf(amountMinor: bigint | number, currency: Currency): Money {
  return { amountMinor: BigInt(amountMinor), currency };
}

/** Nothing, in a currency. */
export function zeroMoney(currency: Currency): Money {
  return { amountMinor: 0n, currency };
}

/**
 * Reads a plain decimal number (`1234.5`, dot as separator, no grouping, at most 15 digits before the dot) exactly.
 * Zeros at the end are no precision; anything finer than the minor unit is `money.too_precise` and never rounded.
 */
export function parseMoney(text: string, currency: Currency): Result<Money, MoneyProblem> {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,20}))?$/.exec(text);
  if (match === null) return failed("money.format");
  const [, sign = "", whole = "0", typedFraction = ""] = match;
  const fraction = typedFraction.replace(/0+$/, "");
  const decimals = minorUnitDecimals(currency);
  if (fraction.length > decimals) return failed("money.too_precise");
  const units = BigInt(whole + fraction.padEnd(decimals, "0"));
  return ok({ amountMinor: sign === "-" ? -units : units, currency });
}

/** The amount as a plain decimal number with all decimals of its currency: `-0.05`, `1234.50`, `100` for JPY. */
export function toDecimalText({ amountMinor, currency }: Money): string {
  const decimals = minorUnitDecimals(currency);
  const isNegative = amountMinor < 0n;
  const digits = (isNegative ? -amountMinor : amountMinor).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${isNegative ? "-" : ""}${whole}${fraction}`;
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new Error(`Cannot combine ${a.currency} with ${b.currency}`);
}

/** The sum of two amounts; throws when their currencies differ, which no caller may let happen. */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { amountMinor: a.amountMinor + b.amountMinor, currency: a.currency };
}

/** The difference of two amounts; throws when their currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { amountMinor: a.amountMinor - b.amountMinor, currency: a.currency };
}

/** The same amount with the other sign: a charge as its credit. */
export function negateMoney(money: Money): Money {
  return { amountMinor: -money.amountMinor, currency: money.currency };
}

/** The sum of any number of amounts of one currency; nothing gives zero. */
export function sumMoney(amounts: Iterable<Money>, currency: Currency): Money {
  let total = zeroMoney(currency);
  for (const amount of amounts) total = addMoney(total, amount);
  return total;
}

/** Sums per currency, in the order the currencies first appear; a cart may hold several. */
export function totalsByCurrency(amounts: Iterable<Money>): readonly Money[] {
  const totals = new Map<Currency, Money>();
  for (const amount of amounts) {
    totals.set(amount.currency, addMoney(totals.get(amount.currency) ?? zeroMoney(amount.currency), amount));
  }
  return [...totals.values()];
}

/** Negative, zero or positive as the first amount is less than, equal to or more than the second; throws across currencies. */
export function compareMoney(a: Money, b: Money): number {
  assertSameCurrency(a, b);
  if (a.amountMinor === b.amountMinor) return 0;
  return a.amountMinor < b.amountMinor ? -1 : 1;
}

/**
 * Divides and rounds half up, once: a half goes away from zero, so that a credit rounds like its charge (R136). Throws on
 * a denominator that is not positive.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("A denominator must be positive");
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (size * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -rounded : rounded;
}

/** The amount times a ratio of whole numbers, rounded half up once at the end (R136). */
export function multiplyMoney(
  money: Money,
  numerator: bigint | number,
  denominator: bigint | number = 1n,
): Money {
  const product = money.amountMinor * BigInt(numerator);
  return { amountMinor: divideHalfUp(product, BigInt(denominator)), currency: money.currency };
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const digits = minorUnitDecimals(currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    // Italian leaves four-digit amounts ungrouped by default, which breaks the line of a column of amounts.
    useGrouping: "always",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Callers pass the few locales of the interface; the bound only keeps a mistake from growing without end.
  if (formats.size < 1000) formats.set(key, format);
  return format;
}

function isNumericText(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** The amount as a reader of the locale writes it, with every decimal of the currency, exact at any size. */
export function formatMoney(money: Money, locale: string): string {
  const text = toDecimalText(money);
  if (!isNumericText(text)) throw new Error("An amount is always a decimal number");
  return formatFor(locale, money.currency).format(text);
}

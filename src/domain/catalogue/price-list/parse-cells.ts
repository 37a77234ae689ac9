import { findMarket } from "#/domain/geography/markets";
import type { Currency } from "#/domain/kernel/currency";
import { isCurrency } from "#/domain/kernel/currency";
import type { Money } from "#/domain/kernel/money";
import { parseMoney } from "#/domain/kernel/money";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import type { BillingCycle, TermDuration } from "#/domain/subscription/term";
import { isTermDuration } from "#/domain/subscription/term";
import type { ChangeIndicator, PriceSegment } from "./price-list-row";
import { priceSegments } from "./price-list-row";
import type { CellProblem } from "./problems";
import { quoted } from "./problems";
import { isRewrittenDate, isScientific, restorePrice } from "./spreadsheet-damage";

type Cell<T> = Result<T, CellProblem>;

function refuse(code: string, text: string): { readonly ok: false; readonly failure: CellProblem } {
  return failed({ code, params: { value: quoted(text) } });
}

/** A product id: twelve digits or capitals. */
export function parseProductId(text: string): Cell<string> {
  if (isScientific(text)) return refuse("price_list.scientific_notation", text);
  return /^[0-9A-Z]{12}$/.test(text) ? ok(text) : refuse("price_list.product_id.format", text);
}

const billingPlans: ReadonlyMap<string, BillingCycle> = new Map([
  ["monthly", "monthly"],
  ["annual", "annual"],
  ["triennial", "triennial"],
  ["none", "none"],
]);

/** A billing plan in the list's words: Monthly, Annual, Triennial, or None for trials. */
export function parseBillingPlan(text: string): Cell<BillingCycle> {
  const cycle = billingPlans.get(text.toLowerCase());
  return cycle === undefined ? refuse("price_list.billing.unknown", text) : ok(cycle);
}

/** A term of one month, one year or three years. */
export function parseTerm(text: string): Cell<TermDuration> {
  return isTermDuration(text) ? ok(text) : refuse("price_list.term.unknown", text);
}

/** A country the product knows. */
export function parseMarket(text: string): Cell<string> {
  return findMarket(text) === undefined ? refuse("price_list.market.unknown", text) : ok(text);
}

/** A currency in use. */
export function parseCurrency(text: string): Cell<Currency> {
  return isCurrency(text) ? ok(text) : refuse("price_list.currency.unknown", text);
}

/** One of the four segments, in any case. */
export function parseSegment(text: string): Cell<PriceSegment> {
  const segment = priceSegments.find((known) => known.toLowerCase() === text.toLowerCase());
  return segment === undefined ? refuse("price_list.segment.unknown", text) : ok(segment);
}

const changes: ReadonlyMap<string, ChangeIndicator> = new Map([
  ["add", "add"],
  ["change", "change"],
  ["delete", "delete"],
  ["remove", "delete"],
  ["unchanged", "unchanged"],
]);

/** A change mark in words; `null` where the layout has none. */
export function parseChange(text: string | undefined): Cell<ChangeIndicator | null> {
  if (text === undefined) return ok(null);
  const change = changes.get(text.toLowerCase());
  return change === undefined ? refuse("price_list.change.unknown", text) : ok(change);
}

/** An amount that is not negative and no finer than the currency's minor unit, and whether its form was repaired. */
export function parsePrice(
  text: string,
  currency: Currency,
  isResaved: boolean,
): Cell<{ readonly amount: Money; readonly isRepaired: boolean }> {
  const restored = restorePrice(text, isResaved);
  if (!restored.ok) return restored;
  if (restored.value.text.startsWith("-")) return refuse("price_list.price.negative", text);
  const money = parseMoney(restored.value.text, currency);
  if (money.ok) return ok({ amount: money.value, isRepaired: restored.value.isRepaired });
  if (money.failure === "money.format") return refuse("price_list.price.format", text);
  return failed({ code: "price_list.price.too_precise", params: { value: quoted(text), currency } });
}

/** A number of seats that bounds a price tier; `null` when the price has no tiers. */
export function parseTier(text: string): Cell<number | null> {
  if (text === "") return ok(null);
  return /^\d{1,9}$/.test(text) ? ok(Number(text)) : refuse("price_list.tier.format", text);
}

const isoForm = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,7}))?Z$/;
const usForm = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) (AM|PM)$/;

/**
 * An instant in one of the two forms the price lists print, both UTC: ISO 8601 with seconds and `Z` (portal), or the
 * United States' form with seconds and AM or PM (API). Any form a spreadsheet makes of them is refused
 * (`price_list.date.rewritten`), and so is a day or an hour that does not exist (`price_list.date.format`).
 */
export function parseInstant(text: string): Cell<Date> {
  const iso = isoForm.exec(text)?.[1] ?? isoFromUsForm(text);
  if (iso === null) {
    return refuse(isRewrittenDate(text) ? "price_list.date.rewritten" : "price_list.date.format", text);
  }
  const instant = new Date(`${iso}Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
  return exists ? ok(instant) : refuse("price_list.date.format", text);
}

function isoFromUsForm(text: string): string | null {
  const [, month = "", day = "", year = "", hour = "", minute = "", second = "", half = ""] =
    usForm.exec(text) ?? [];
  const hourOfHalf = Number(hour);
  if (year === "" || hourOfHalf < 1 || hourOfHalf > 12) return null;
  const hourOfDay = (hourOfHalf % 12) + (half === "PM" ? 12 : 0);
  const two = (part: string | number) => String(part).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hourOfDay)}:${minute}:${second}`;
}

/** The end of a price: its printed second counts whole; the year 9999 means that no end is known. */
export function parseEnd(text: string): Cell<Date | null> {
  const instant = parseInstant(text);
  if (!instant.ok) return instant;
  if (instant.value.getUTCFullYear() === 9999) return ok(null);
  return ok(new Date(instant.value.getTime() + 999));
}

/** Words separated by semicolons. */
export function parseTags(text: string): readonly string[] {
  return text
    .split(";")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

/** `{'UnitPrice': '66.24', 'ERP Price': '82.8'}` as a record; `null` when empty or in another form. */
export function parsePreviousValues(text: string): Readonly<Record<string, string>> | null {
  if (!/^\{(?:'[^']*': '[^']*'(?:, )?)+\}$/.test(text)) return null;
  const pairs = [...text.matchAll(/'([^']*)': '([^']*)'/g)];
  return Object.fromEntries(pairs.map(([, column = "", value = ""]) => [column, value]));
}

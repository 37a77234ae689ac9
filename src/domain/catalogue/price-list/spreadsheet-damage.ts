import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import type { CellProblem } from "./problems";
import { quoted } from "./problems";

/**
 * What a spreadsheet does to a price list that is opened and saved: it drops leading zeros of ids, turns long ids into
 * scientific notation, rewrites dates in the reader's form, and, in countries with a decimal comma, separates columns by
 * semicolons and writes prices with commas. Damage with exactly one origin is repaired; anything else is refused.
 */

/** A value put back, and whether it had to be. */
export type Restored = { readonly text: string; readonly isRepaired: boolean };

const scientific = /^-?\d+(?:[.,]\d+)?E[+-]?\d+$/i;

/** Whether a spreadsheet has turned the text into scientific notation; the digits it dropped are gone for good. */
export function isScientific(text: string): boolean {
  return scientific.test(text);
}

/**
 * Puts back a SKU id: four digits or capitals. One to three digits without leading zero are a number whose zeros were
 * dropped, and have one origin (`1` was `0001`); a bare `0` and scientific notation have several and are refused:
 * `price_list.scientific_notation`, `price_list.sku_id.format` (`value`).
 */
export function restoreSkuId(text: string): Result<Restored, CellProblem> {
  if (/^[0-9A-Z]{4}$/.test(text)) return ok({ text, isRepaired: false });
  const params = { value: quoted(text) };
  if (isScientific(text)) return failed({ code: "price_list.scientific_notation", params });
  if (/^[1-9]\d{0,2}$/.test(text)) return ok({ text: text.padStart(4, "0"), isRepaired: true });
  return failed({ code: "price_list.sku_id.format", params });
}

/**
 * Puts back a price as a plain decimal number. In a file separated by commas a dot is the decimal separator; in a
 * re-saved one (semicolons or tabs) a comma is. Grouping is dropped only where the decimals show which mark is which.
 * Refused: `price_list.scientific_notation`, `price_list.price.ambiguous` (three digits after the only mark: thousands or
 * thousandths), `price_list.price.format`.
 */
export function restorePrice(text: string, isResaved: boolean): Result<Restored, CellProblem> {
  const params = { value: quoted(text) };
  if (isScientific(text)) return failed({ code: "price_list.scientific_notation", params });
  if (!isResaved && /^-?\d+(?:\.\d+)?$/.test(text)) return ok({ text, isRepaired: false });
  if (/^-?\d+$/.test(text)) return ok({ text, isRepaired: false });
  if (/^-?\d{1,3}[.,]\d{3}$/.test(text)) return failed({ code: "price_list.price.ambiguous", params });
  if (/^-?\d+\.\d{1,2}$/.test(text)) return ok({ text, isRepaired: false });
  if (/^-?\d+,\d{1,2}$/.test(text)) return ok({ text: text.replace(",", "."), isRepaired: true });
  const grouped = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*[.,]\d{1,2}$/.exec(text);
  const decimalMark = text.match(/[.,](?=\d{1,2}$)/)?.[0];
  if (grouped === null || grouped[1] === decimalMark || decimalMark === undefined) {
    return failed({ code: "price_list.price.format", params });
  }
  const plain = text.replaceAll(grouped[1] ?? "", "").replace(decimalMark, ".");
  return ok({ text: plain, isRepaired: true });
}

/**
 * Whether a text is a date as spreadsheets rewrite it: day and month are then ambiguous and the time is cut, so the file
 * has to be downloaded again.
 */
export function isRewrittenDate(text: string): boolean {
  return (
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/.test(text) || /^#+$/.test(text)
  );
}

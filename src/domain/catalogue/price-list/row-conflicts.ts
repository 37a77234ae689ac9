import { toDecimalText } from "#/domain/kernel/money";
import type { PriceListRow } from "./price-list-row";
import { priceKeyOf } from "./price-list-row";
import type { RowNotice, RowProblem } from "./problems";

/** Prices one after another that one thing may have in one file; the lists have one or two. */
const periodsMax = 100;

/** What an accepted row means beside the rows before it. */
export type Standing =
  | { readonly kind: "new"; readonly notices: readonly RowNotice[] }
  | { readonly kind: "repeated"; readonly notice: RowNotice }
  | { readonly kind: "contradicting"; readonly problem: RowProblem };

type Seen = { readonly row: number; readonly start: number; readonly end: number; readonly content: string };

function seenOf(price: PriceListRow): Seen {
  const erp = price.erpPrice === null ? "" : toDecimalText(price.erpPrice);
  return {
    row: price.row,
    start: price.effectiveStart.getTime(),
    end: price.effectiveEnd?.getTime() ?? Number.POSITIVE_INFINITY,
    content: [toDecimalText(price.unitPrice), erp, price.tierMaximum, price.effectiveEnd?.getTime()].join(
      "|",
    ),
  };
}

/**
 * Remembers the prices of one file and judges each next one by this rule. Same thing, same start, same content: the row
 * is a repetition and left out (`price_list.repeated_row`, `firstRow`). Same thing and start with another price, end or
 * tier: the first row stands and the later is refused (`price_list.contradicting_row`, `firstRow`), because nobody can
 * tell which is meant. Same thing with other dates that overlap: both are kept and the overlap is told
 * (`price_list.overlapping_row`, `otherRow`: the first of them); from the later start on the later-starting price counts,
 * which is how the source's own lists hand over from one price to the next. A thing with more prices one after another
 * than any list has is a broken file: the surplus is refused (`price_list.too_many_periods`, `max`).
 *
 * Holds one small entry per accepted row, about 200 bytes; nothing else of the reader grows with the file.
 */
export class RowConflicts {
  readonly #seen = new Map<string, Seen[]>();

  /** Judges a row and remembers it when it is new. */
  judge(price: PriceListRow): Standing {
    const key = priceKeyOf(price);
    const current = seenOf(price);
    const { row } = price;
    const earlier = this.#seen.get(key);
    if (earlier === undefined) {
      this.#seen.set(key, [current]);
      return { kind: "new", notices: [] };
    }
    const twin = earlier.find((other) => other.start === current.start);
    if (twin !== undefined) {
      const params = { firstRow: twin.row };
      if (twin.content !== current.content) {
        return {
          kind: "contradicting",
          problem: { row, column: "", code: "price_list.contradicting_row", params },
        };
      }
      return { kind: "repeated", notice: { row, column: "", code: "price_list.repeated_row", params } };
    }
    if (earlier.length === periodsMax) {
      const params = { max: periodsMax };
      return {
        kind: "contradicting",
        problem: { row, column: "", code: "price_list.too_many_periods", params },
      };
    }
    const overlapping = earlier.find((other) => other.start <= current.end && current.start <= other.end);
    earlier.push(current);
    if (overlapping === undefined) return { kind: "new", notices: [] };
    const params = { otherRow: overlapping.row };
    const notice = { row, column: "EffectiveStartDate", code: "price_list.overlapping_row", params };
    return { kind: "new", notices: [notice] };
  }
}

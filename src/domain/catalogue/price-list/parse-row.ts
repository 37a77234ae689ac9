import type { Part } from "#/domain/kernel/combine";
import { combine } from "#/domain/kernel/combine";
import type { Currency } from "#/domain/kernel/currency";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Money } from "#/domain/kernel/money";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { findForbiddenCharacter, parseLine } from "#/domain/kernel/text";
import { isCycleWithinTerm } from "#/domain/subscription/term";
import type { PriceListColumn, PriceListHeader } from "./layout";
import {
  parseBillingPlan,
  parseChange,
  parseCurrency,
  parseEnd,
  parseInstant,
  parseMarket,
  parsePreviousValues,
  parsePrice,
  parseProductId,
  parseSegment,
  parseTags,
  parseTerm,
  parseTier,
} from "./parse-cells";
import type { PriceListRow } from "./price-list-row";
import type { CellProblem, RowNotice, RowProblem } from "./problems";
import { restoreSkuId } from "./spreadsheet-damage";

/** A row judged: the price, with notices of what was repaired, or every reason why it is refused. */
export type ParsedRow =
  | { readonly ok: true; readonly price: PriceListRow; readonly notices: readonly RowNotice[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** What the row parser needs to know of the file. */
export type RowContext = {
  readonly header: PriceListHeader;
  /** Whether the file was saved by a spreadsheet with a decimal comma: separated by semicolons or tabs. */
  readonly isResaved: boolean;
};

/** Code points a title may have; descriptions in real lists run to a few thousand. */
const textLimits = {
  title: { min: 1, max: 400 },
  short: { min: 0, max: 400 },
  long: { min: 0, max: 8000 },
} as const;

/** Puts the column's name to what is wrong with its cell. */
function at<T>(column: PriceListColumn, cell: Result<T, CellProblem>): Part<T> {
  return cell.ok ? cell : failed({ field: column, ...cell.failure });
}

/**
 * Judges one row of a recognised price list and tells everything that is wrong with it at once; never throws. `row` is
 * the row's number as a spreadsheet counts. A row with more or fewer cells than the header is refused as a whole
 * (`price_list.column_count`); empty cells beyond the last column do not count.
 */
export function parseRow(cells: readonly string[], row: number, context: RowContext): ParsedRow {
  const { width, positions } = context.header;
  const isTooLong = cells.slice(width).some((cell) => cell !== "");
  if (cells.length < width || isTooLong) {
    const params = { expected: width, found: cells.length };
    return { ok: false, problems: [{ row, column: "", code: "price_list.column_count", params }] };
  }
  const cell = (column: PriceListColumn) => cells[positions.get(column) ?? -1]?.trim() ?? "";
  const notices: RowNotice[] = [];
  const note = (column: string, code: string, params: RowNotice["params"]) =>
    notices.push({ row, column, code, ...(params && { params }) });
  const judged = combine<PriceListRow>({
    row: ok(row),
    ...judgeThing(cell, note),
    ...judgePrice(cell, context, note),
  });
  const problems = judged.ok ? findContradictions(judged.value) : judged.failure;
  if (judged.ok && problems.length === 0) return { ok: true, price: judged.value, notices };
  return {
    ok: false,
    problems: problems.map(({ field, ...problem }) => ({ row, column: field, ...problem })),
  };
}

type Read = (column: PriceListColumn) => string;
type Note = (column: PriceListColumn, code: string, params: RowNotice["params"]) => void;

/** What is sold: product, SKU, term, market, segment. */
function judgeThing(cell: Read, note: Note) {
  const text = (column: PriceListColumn, limits: keyof typeof textLimits) =>
    parseLine(column, cell(column).replace(/[\r\n\t]+/g, " "), textLimits[limits]);
  const skuId = restoreSkuId(cell("SkuId"));
  if (skuId.ok && skuId.value.isRepaired) {
    note("SkuId", "price_list.repaired.sku_id", { from: cell("SkuId"), to: skuId.value.text });
  }
  return {
    productId: at("ProductId", parseProductId(cell("ProductId"))),
    productTitle: text("ProductTitle", "title"),
    skuId: at("SkuId", skuId.ok ? ok(skuId.value.text) : skuId),
    skuTitle: text("SkuTitle", "title"),
    publisher: text("Publisher", "short"),
    description: text("SkuDescription", "long"),
    unitOfMeasure: text("UnitOfMeasure", "short"),
    termDuration: at("TermDuration", parseTerm(cell("TermDuration"))),
    billingCycle: at("BillingPlan", parseBillingPlan(cell("BillingPlan"))),
    market: at("Market", parseMarket(cell("Market"))),
    segment: at("Segment", parseSegment(cell("Segment"))),
    tags: judgeTags(cell("Tags")),
    isTrial: ok(parseTags(cell("Tags")).includes("Trial")),
  } as const;
}

/** Perpetual and subscription software comes in a list of its own, whose columns are those of the API's licence sheet. */
function judgeTags(text: string): Part<readonly string[]> {
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== null) return failed({ field: "Tags", code: forbidden });
  const tags = parseTags(text);
  return tags.includes("Software") ? failed({ field: "Tags", code: "price_list.tags.software" }) : ok(tags);
}

/** What it costs and when. */
function judgePrice(cell: Read, { header, isResaved }: RowContext, note: Note) {
  const currency = parseCurrency(cell("Currency"));
  const price = (column: "UnitPrice" | "ERP Price"): Part<Money> => {
    // Without its currency a price cannot be read; the currency's own problem is told instead.
    if (!currency.ok) return failed([]);
    return judgeAmount(column, cell(column), currency.value, isResaved, note);
  };
  const previousText = cell("PreviousValues");
  const previousValues = parsePreviousValues(previousText);
  if (previousText !== "" && previousValues === null) {
    note("PreviousValues", "price_list.previous_values.not_read", undefined);
  }
  const tierMinimum = parseTier(cell("PricingTierRangeMin"));
  const hasChangeMarks = header.positions.has("ChangeIndicator");
  return {
    changeIndicator: at("ChangeIndicator", parseChange(hasChangeMarks ? cell("ChangeIndicator") : undefined)),
    currency: at("Currency", currency),
    unitPrice: price("UnitPrice"),
    erpPrice: cell("ERP Price") === "" ? ok(null) : price("ERP Price"),
    tierMinimum: at("PricingTierRangeMin", tierMinimum.ok ? ok(tierMinimum.value ?? 0) : tierMinimum),
    tierMaximum: at("PricingTierRangeMax", parseTier(cell("PricingTierRangeMax"))),
    effectiveStart: at("EffectiveStartDate", parseInstant(cell("EffectiveStartDate"))),
    effectiveEnd: at("EffectiveEndDate", parseEnd(cell("EffectiveEndDate"))),
    previousValues: ok(previousValues),
  } as const;
}

function judgeAmount(
  column: "UnitPrice" | "ERP Price",
  text: string,
  currency: Currency,
  isResaved: boolean,
  note: Note,
): Part<Money> {
  const price = parsePrice(text, currency, isResaved);
  if (!price.ok) return at(column, price);
  if (price.value.isRepaired) note(column, "price_list.repaired.price", { from: text });
  return ok(price.value.amount);
}

/** What is wrong with cells that are each right. */
function findContradictions(price: PriceListRow): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isCycleWithinTerm(price.billingCycle, price.termDuration)) {
    problems.push({ field: "BillingPlan", code: "price_list.billing.longer_than_term" });
  }
  if (price.effectiveEnd !== null && price.effectiveEnd < price.effectiveStart) {
    problems.push({ field: "EffectiveEndDate", code: "price_list.date.order" });
  }
  if (price.tierMaximum !== null && price.tierMaximum < price.tierMinimum) {
    problems.push({ field: "PricingTierRangeMax", code: "price_list.tier.order" });
  }
  return problems;
}

import { combine, type Part } from "#/domain/kernel/combine";
import { failed, ok } from "#/domain/kernel/result";
import { parseLine } from "#/domain/kernel/text";
import { parseProductId } from "../price-list/parse-cells";
import { quoted, type RowNotice, type RowProblem } from "../price-list/problems";
import { restoreSkuId } from "../price-list/spreadsheet-damage";
import type { OfferMatrixColumn, OfferMatrixHeader } from "./layout";

/** How the number of subscriptions a customer may have of an offer is counted (R92). */
export type OfferLimitScope = "none" | "concurrent" | "lifetime";

/** What the offer matrix says of one SKU: seats (R91), limits (R92), prerequisites (R94), conversions, countries (R93). */
export type OfferMatrixEntry = {
  /** The row's number as a spreadsheet counts; the header is 1. */
  readonly row: number;
  readonly productId: string;
  readonly skuId: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  /** `none` also where the list names a way to count but no number: that limits nothing. */
  readonly limitScope: OfferLimitScope;
  /** `null` exactly when the scope is `none`. */
  readonly limit: number | null;
  /** Other SKUs as `product/sku`. */
  readonly prerequisites: readonly string[];
  readonly conversions: readonly string[];
  readonly countries: readonly string[];
  readonly description: string;
};

/** Seats that stand for "no limit" in the programme's lists, and the most one subscription may have. */
const seatsMax = 10_000_000;

/** A row judged: the entry, with notices of what was repaired, or every reason why it is refused. */
export type ParsedEntry =
  | { readonly ok: true; readonly entry: OfferMatrixEntry; readonly notices: readonly RowNotice[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

function parseCount(column: OfferMatrixColumn, text: string, absent: number): Part<number>;
function parseCount(column: OfferMatrixColumn, text: string, absent: null): Part<number | null>;
function parseCount(column: OfferMatrixColumn, text: string, absent: number | null): Part<number | null> {
  if (text === "") return ok(absent);
  if (/^[1-9]\d{0,7}$/.test(text) && Number(text) <= seatsMax) return ok(Number(text));
  return failed({ field: column, code: "price_list.matrix.count", params: { value: quoted(text) } });
}

const scopes: ReadonlyMap<string, OfferLimitScope> = new Map([
  ["", "none"],
  ["concurrentcount", "concurrent"],
  ["lifetimecount", "lifetime"],
]);

function parseScope(text: string): Part<OfferLimitScope> {
  const scope = scopes.get(text.toLowerCase());
  if (scope) return ok(scope);
  const params = { value: quoted(text) };
  return failed({ field: "AssetOwnershipLimitType", code: "price_list.matrix.limit_type", params });
}

function parseList(
  column: OfferMatrixColumn,
  text: string,
  shape: RegExp,
  code: string,
): Part<readonly string[]> {
  const entries = text
    .split(/[,;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const wrong = entries.find((entry) => !shape.test(entry));
  if (wrong === undefined) return ok([...new Set(entries)]);
  return failed({ field: column, code, params: { value: quoted(wrong) } });
}

const skuShape = /^[0-9A-Z]{12}\/[0-9A-Z]{4}$/;
const countryShape = /^[A-Z]{2}$/;

function withoutEmptyLimit(entry: OfferMatrixEntry): OfferMatrixEntry {
  return entry.limit === null ? { ...entry, limitScope: "none" } : entry;
}

/** What is wrong with cells that are each right. */
function findContradiction(entry: OfferMatrixEntry): Pick<RowProblem, "column" | "code"> | undefined {
  if (entry.maximumQuantity < entry.minimumQuantity)
    return { column: "MaxLicenses", code: "price_list.matrix.count_order" };
  if (entry.limit !== null && entry.limitScope === "none")
    return { column: "AssetOwnershipLimitType", code: "price_list.matrix.limit_without_type" };
  return undefined;
}

/** Judges one row of a recognised matrix and tells everything that is wrong with it at once; never throws. */
export function parseEntry(cells: readonly string[], row: number, header: OfferMatrixHeader): ParsedEntry {
  const isTooLong = cells.slice(header.width).some((cell) => cell !== "");
  if (cells.length < header.width || isTooLong) {
    const params = { expected: header.width, found: cells.length };
    return { ok: false, problems: [{ row, column: "", code: "price_list.column_count", params }] };
  }
  const cell = (column: OfferMatrixColumn) => cells[header.positions.get(column) ?? -1]?.trim() ?? "";
  const productId = parseProductId(cell("ProductId"));
  const skuId = restoreSkuId(cell("SkuId"));
  const skuList = (column: OfferMatrixColumn) =>
    parseList(column, cell(column), skuShape, "price_list.matrix.sku_list");
  const judged = combine<OfferMatrixEntry>({
    row: ok(row),
    productId: productId.ok ? productId : failed({ field: "ProductId", ...productId.failure }),
    skuId: skuId.ok ? ok(skuId.value.text) : failed({ field: "SkuId", ...skuId.failure }),
    minimumQuantity: parseCount("MinLicenses", cell("MinLicenses"), 1),
    maximumQuantity: parseCount("MaxLicenses", cell("MaxLicenses"), seatsMax),
    limitScope: parseScope(cell("AssetOwnershipLimitType")),
    limit: parseCount("AssetOwnershipLimit", cell("AssetOwnershipLimit"), null),
    prerequisites: skuList("ProductSkuPreRequisites"),
    conversions: skuList("ProductSkuConversion"),
    countries: parseList(
      "AllowedCountries",
      cell("AllowedCountries"),
      countryShape,
      "price_list.matrix.countries",
    ),
    description: parseLine("Description", cell("Description").replace(/[\r\n\t]+/g, " "), {
      min: 0,
      max: 8000,
    }),
  });
  if (!judged.ok) {
    return {
      ok: false,
      problems: judged.failure.map(({ field, ...problem }) => ({ row, column: field, ...problem })),
    };
  }
  const entry = withoutEmptyLimit(judged.value);
  const contradiction = findContradiction(entry);
  if (contradiction) return { ok: false, problems: [{ row, ...contradiction }] };
  const isRepaired = skuId.ok && skuId.value.isRepaired;
  const params = { from: cell("SkuId"), to: entry.skuId };
  const repaired = { row, column: "SkuId", code: "price_list.repaired.sku_id", params };
  return { ok: true, entry, notices: isRepaired ? [repaired] : [] };
}

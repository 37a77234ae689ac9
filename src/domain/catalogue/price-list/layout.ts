import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import type { FileProblem } from "./problems";

/** Columns every licence price list has, in the words of its header. */
const commonColumns = [
  "ProductTitle",
  "ProductId",
  "SkuId",
  "SkuTitle",
  "Publisher",
  "SkuDescription",
  "UnitOfMeasure",
  "TermDuration",
  "BillingPlan",
  "Market",
  "Currency",
  "UnitPrice",
  "PricingTierRangeMin",
  "PricingTierRangeMax",
  "EffectiveStartDate",
  "EffectiveEndDate",
  "Tags",
  "ERP Price",
  "Segment",
] as const;

/** Columns only the portal's download has. */
const portalColumns = ["ChangeIndicator", "PreviousValues"] as const;

/** A column of a licence price list. */
export type PriceListColumn = (typeof commonColumns)[number] | (typeof portalColumns)[number];

/**
 * The two layouts the product imports: the portal's download for new commerce licences (21 columns, general availability
 * and preview alike) and the price sheet of the API (the same without change marks, 19 columns).
 */
export type PriceListLayout = "nce_licence_portal" | "nce_licence_api";

/** Where each column of a recognised file stands. */
export type PriceListHeader = {
  readonly layout: PriceListLayout;
  /** Number of columns; a row with another number is refused. */
  readonly width: number;
  /** Position of a column, counted from 0; `undefined` for the change marks an API price sheet does not have. */
  readonly positions: ReadonlyMap<PriceListColumn, number>;
};

/** Other files of the same programme, known by columns no price list has, so that the refusal can name them. */
const otherFiles: readonly (readonly [code: string, columns: readonly string[]])[] = [
  ["price_list.file.offer_matrix", ["ProvisioningId", "MinLicenses"]],
  ["price_list.file.legacy_offer_matrix", ["Durable Offer ID", "Min Seat Count"]],
  ["price_list.file.legacy_price_list", ["A/C/D/U", "Offer ID"]],
  ["price_list.file.azure_plan", ["MeterIds", "UnitPrice"]],
  ["price_list.file.reconciliation", ["CustomerId", "ChargeType"]],
];

/** A file with more is none of the programme's, and its header is not worth quoting. */
const columnCountMax = 64;

/** Case and blanks are what spreadsheets and newer downloads change in a header; letters are not. */
function comparable(name: string): string {
  return name.replace(/[\s\uFEFF]/g, "").toLowerCase();
}

function quote(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => [...name].slice(0, 40).join(""));
  return names.length > 5 ? `${shown.join(", ")}, …` : shown.join(", ");
}

/**
 * Recognises a price list by the names in its header, in any order. Columns without a name at the end, which
 * spreadsheets leave behind, are ignored. Refuses, saying what the file is: the offer matrices, the traditional price
 * list, the Azure plan sheet and reconciliation files by their own codes; `price_list.file.unknown_layout` for anything
 * else; `price_list.file.missing_columns`, `.unknown_columns` and `.repeated_columns` (`columns`) for a price list that
 * is not complete, not known or not unambiguous.
 */
export function recogniseHeader(cells: readonly string[]): Result<PriceListHeader, FileProblem> {
  const names = cells.map((cell) => cell.trim());
  while (names.at(-1) === "") names.pop();
  if (names.length > columnCountMax) {
    return failed({ code: "price_list.file.too_many_columns", params: { max: columnCountMax } });
  }
  const found = names.map(comparable);
  const has = (column: string) => found.includes(comparable(column));
  const other = otherFiles.find(([, columns]) => columns.every(has));
  if (other !== undefined) return failed({ code: other[0] });
  if (!has("ProductId") || !has("UnitPrice")) {
    return failed({ code: "price_list.file.unknown_layout", params: { columns: quote(names) } });
  }
  const isPortal = portalColumns.some(has);
  const expected: readonly PriceListColumn[] = isPortal
    ? [...commonColumns, ...portalColumns]
    : commonColumns;
  const missing = expected.filter((column) => !has(column));
  if (missing.length > 0) {
    return failed({ code: "price_list.file.missing_columns", params: { columns: quote(missing) } });
  }
  const known = new Set(expected.map(comparable));
  const unknown = names.filter((name) => !known.has(comparable(name)));
  if (unknown.length > 0) {
    return failed({ code: "price_list.file.unknown_columns", params: { columns: quote(unknown) } });
  }
  const repeated = names.filter((name, index) => found.indexOf(comparable(name)) !== index);
  if (repeated.length > 0) {
    return failed({ code: "price_list.file.repeated_columns", params: { columns: quote(repeated) } });
  }
  return ok({
    layout: isPortal ? "nce_licence_portal" : "nce_licence_api",
    width: names.length,
    positions: new Map(expected.map((column) => [column, found.indexOf(comparable(column))])),
  });
}

import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { recogniseHeader } from "../price-list/layout";
import type { FileProblem } from "../price-list/problems";

/** Columns of the new commerce offer matrix that the catalogue keeps; the others may be there or not. */
const columns = [
  "ProductId",
  "SkuId",
  "MinLicenses",
  "MaxLicenses",
  "AssetOwnershipLimit",
  "AssetOwnershipLimitType",
  "ProductSkuPreRequisites",
  "ProductSkuConversion",
  "Description",
  "AllowedCountries",
] as const;

/** A column of the offer matrix. */
export type OfferMatrixColumn = (typeof columns)[number];

/** Where each column of a recognised matrix stands. */
export type OfferMatrixHeader = {
  readonly width: number;
  readonly positions: ReadonlyMap<OfferMatrixColumn, number>;
};

function comparable(name: string): string {
  return name.replace(/[\s\uFEFF]/g, "").toLowerCase();
}

/**
 * Recognises the new commerce offer matrix by its columns, in any order. Refuses, saying what the file is: a price list by
 * `price_list.file.price_list`, other files of the programme and unknown ones by the codes of the price lists, a matrix
 * that is not complete by `price_list.file.missing_columns` (`columns`).
 */
export function recogniseOfferMatrix(cells: readonly string[]): Result<OfferMatrixHeader, FileProblem> {
  const names = cells.map(comparable);
  while (names.at(-1) === "") names.pop();
  const missing = columns.filter((column) => !names.includes(comparable(column)));
  if (missing.length === 0) {
    const positions = new Map(columns.map((column) => [column, names.indexOf(comparable(column))]));
    return ok({ width: names.length, positions });
  }
  const other = recogniseHeader(cells);
  if (other.ok) return failed({ code: "price_list.file.price_list" });
  if (other.failure.code !== "price_list.file.offer_matrix") return other;
  return failed({ code: "price_list.file.missing_columns", params: { columns: missing.join(", ") } });
}

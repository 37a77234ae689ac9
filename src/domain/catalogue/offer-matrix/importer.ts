import type { FileImporter } from "../import-events";
import { upsertEntries } from "./matrix-store";
import type { OfferMatrixEntry } from "./parse-entry";
import { readOfferMatrix } from "./read-offer-matrix";

/**
 * Reads an offer matrix and writes what it says of the SKUs that a price list has brought. An entry for any other SKU is
 * left out and told (`price_list.matrix.unknown_sku`), because a matrix does not say what a SKU is sold for.
 */
export function offerMatrixImporter(importId: string): FileImporter<OfferMatrixEntry> {
  return {
    read: readOfferMatrix,
    publish: async (tx, rows) => {
      const { added, changed, skusChanged, unknownRows } = await upsertEntries(tx, importId, rows);
      return {
        notices: unknownRows.map((row) => ({ row, column: "SkuId", code: "price_list.matrix.unknown_sku" })),
        published: {
          added,
          changed,
          unchanged: rows.length - added - changed - unknownRows.length,
          offersAdded: 0,
          offersChanged: skusChanged,
        },
      };
    },
  };
}

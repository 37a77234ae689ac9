import type { ScopedTx } from "#/db/scoped-tx";
import type { BatchOutcome, FileImporter, ImportEvent } from "./import-events";
import type { ImportKind } from "./model";
import { upsertProducts, upsertSkus } from "./offer-store";
import type { ByteSource } from "./price-list/open-table";
import type { PriceListRow } from "./price-list/price-list-row";
import { readPriceList } from "./price-list/read-price-list";
import { endPrices, upsertPrices } from "./price-store";

/** The rows whose key was not met before; each product and SKU is written once in a file, as its first row says it. */
function firstOf(rows: readonly PriceListRow[], met: Set<string>, keyOf: (row: PriceListRow) => string) {
  return rows.filter((row) => {
    const key = keyOf(row);
    const isFirst = !met.has(key);
    met.add(key);
    return isFirst;
  });
}

async function* readEvents(source: ByteSource): AsyncGenerator<ImportEvent<PriceListRow>, void, undefined> {
  for await (const event of readPriceList(source)) {
    if (event.kind !== "rows") yield event;
    else yield { ...event, rows: event.prices };
  }
}

/** Reads one price list and writes its products, SKUs and prices. Good for one file: it remembers what it has written. */
export function priceListImporter(importId: string, kind: ImportKind): FileImporter<PriceListRow> {
  const products = new Set<string>();
  const skus = new Set<string>();
  return {
    read: readEvents,
    publish: async (tx: ScopedTx, rows: readonly PriceListRow[]): Promise<BatchOutcome> => {
      const offered = rows.filter((row) => row.changeIndicator !== "delete");
      const deleted = rows.filter((row) => row.changeIndicator === "delete");
      await upsertProducts(
        tx,
        firstOf(offered, products, (row) => row.productId),
      );
      const offers = await upsertSkus(
        tx,
        firstOf(offered, skus, (row) => `${row.productId}/${row.skuId}`),
      );
      const { added, changed } = await upsertPrices(tx, importId, kind, offered);
      const ended = await endPrices(tx, importId, deleted);
      return {
        notices: [],
        published: {
          added,
          changed: changed + ended,
          unchanged: rows.length - added - changed - ended,
          offersAdded: offers.added,
          offersChanged: offers.changed,
        },
      };
    },
  };
}

import { createReadStream } from "node:fs";
import type { PriceListRow } from "#/domain/catalogue/price-list/price-list-row";
import { readPriceList } from "#/domain/catalogue/price-list/read-price-list";
import type { RecordWriter } from "./records/record-writer";
import { demoId } from "./story/demo-id";

const folder = new URL("../data/price-lists/", import.meta.url);

/** The vendor's price lists in force, as files of the real layout. */
const priceLists = [
  "SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_IT.csv",
  "SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_US.csv",
] as const;

/** Reads the price lists of the demo into the catalogue; those that are there already stay as they are. */
export async function importDemoCatalogue(db: RecordWriter, importedAt: Date): Promise<void> {
  for (const fileName of priceLists) {
    const importId = demoId("price list", fileName);
    if (await db.priceListImport.findUnique({ where: { id: importId } })) continue;
    await db.priceListImport.create({
      data: {
        id: importId,
        fileName,
        fileHash: importId,
        layout: "portal",
        kind: "current",
        status: "completed",
        startedAt: importedAt,
        finishedAt: importedAt,
      },
    });
    for await (const event of readPriceList(createReadStream(new URL(fileName, folder)))) {
      if (event.kind === "refused") throw new Error(`${fileName}: ${event.problem.code}`);
      if (event.kind === "rows") await writePrices(db, importId, event.prices);
    }
  }
}

async function writePrices(db: RecordWriter, importId: string, rows: readonly PriceListRow[]): Promise<void> {
  await db.product.createMany({
    skipDuplicates: true,
    data: rows.map(({ productId, productTitle, publisher }) => ({
      id: productId,
      title: productTitle,
      publisher,
    })),
  });
  await db.sku.createMany({
    skipDuplicates: true,
    data: rows.map(({ productId, skuId, skuTitle, description, segment, tags, isTrial }) => ({
      productId,
      skuId,
      title: skuTitle,
      description,
      segment,
      tags: [...tags],
      isTrial,
      maximumQuantity: isTrial ? 25 : 300,
      searchText: `${skuTitle} ${productId} ${skuId}`.toLowerCase(),
    })),
  });
  await db.price.createMany({
    skipDuplicates: true,
    data: rows.map((row) => ({
      productId: row.productId,
      skuId: row.skuId,
      market: row.market,
      currency: row.currency,
      segment: row.segment,
      termDuration: row.termDuration,
      billingCycle: row.billingCycle === "none" ? "one_time" : row.billingCycle,
      tierMinimum: row.tierMinimum,
      tierMaximum: row.tierMaximum,
      unitPriceMinor: row.unitPrice.amountMinor,
      erpPriceMinor: row.erpPrice?.amountMinor ?? null,
      effectiveFrom: row.effectiveStart,
      effectiveTo: row.effectiveEnd,
      importId,
    })),
  });
}

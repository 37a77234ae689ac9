import type { BillingCycle, TermDuration } from "#/db/generated/enums";
import { newId } from "#/domain/kernel/ids";
import type { RecordWriter } from "../../prisma/seed/records/record-writer";

/** One price a SKU can be bought at, in one market and currency. */
export type PriceRecord = {
  readonly market: string;
  readonly currency: string;
  readonly segment: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly unitPriceMinor: bigint;
  readonly effectiveFrom: Date;
  readonly effectiveTo?: Date | null;
};

/** A product with one SKU and its prices. */
export type OfferRecord = {
  readonly productId: string;
  readonly skuId: string;
  readonly title: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly minimumQuantity?: number;
  readonly maximumQuantity?: number;
  readonly isTrial?: boolean;
  readonly prices: readonly PriceRecord[];
};

/** Writes a completed import and the offers it brought; for tests that need a catalogue of their own. */
export async function writeOffers(
  db: RecordWriter,
  offers: readonly OfferRecord[],
  importedAt: Date,
): Promise<void> {
  const importId = newId();
  await db.priceListImport.create({
    data: {
      id: importId,
      fileName: `${importId}.csv`,
      fileHash: importId,
      layout: "license_based",
      kind: "current",
      status: "completed",
      startedAt: importedAt,
      finishedAt: importedAt,
    },
  });
  for (const { prices, productId, skuId, title, publisher, ...limits } of offers) {
    const segment = prices[0]?.segment ?? "Commercial";
    await db.product.create({ data: { id: productId, title, publisher: publisher ?? "Example Publisher" } });
    await db.sku.create({
      data: {
        ...limits,
        productId,
        skuId,
        title,
        segment,
        searchText: `${title} ${productId} ${skuId}`.toLowerCase(),
      },
    });
    await db.price.createMany({ data: prices.map((price) => ({ ...price, productId, skuId, importId })) });
  }
}

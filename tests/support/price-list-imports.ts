import type { ImportKind } from "#/domain/catalogue/model";
import type { ImportDetail } from "#/domain/catalogue/queries/read-import";
import { importPriceListFile } from "#/worker/price-lists/import-file";
import { owner } from "./database";
import { databaseDigest } from "./digest";
import { valueIn } from "./run";
import { runtime } from "./runtime";

/** Where the lists that come with the product are. */
export const shippedLists = "prisma/data/price-lists";

/** Imports a file that comes with the product. */
export async function importShipped(fileName: string, kind?: ImportKind): Promise<ImportDetail> {
  return valueIn(await importPriceListFile({ path: `${shippedLists}/${fileName}` }, runtime, { kind }));
}

/** Imports a file of these bytes. */
export async function importBytes(
  content: string | Uint8Array,
  { fileName = "list.csv", kind = "current" }: { fileName?: string; kind?: ImportKind } = {},
): Promise<ImportDetail> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return valueIn(await importPriceListFile({ fileName, bytes }, runtime, { kind }));
}

/** The digest of everything an import could change, without its own records. */
export function catalogueDigest() {
  return databaseDigest("price_list_import", "price_list_file_chunk");
}

/**
 * Empties the catalogue: it is one for everybody, so tests that count it must not meet offers of other tests, and other
 * tests of this database count on markets without a list.
 */
export async function forgetImports(): Promise<void> {
  await owner.query(
    "truncate product, sku, price, price_list_import, price_list_file_chunk, offer_matrix_entry cascade",
  );
}

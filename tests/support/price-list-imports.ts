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
 * Takes away every imported list: the catalogue is one for everybody, and other tests of this database count on markets
 * without a list.
 */
export async function forgetImports(): Promise<void> {
  await owner.query("delete from offer_matrix_entry");
  await owner.query(
    "delete from price where import_id in (select id from price_list_import where layout like 'nce%')",
  );
  await owner.query(
    "delete from sku s where not exists (select from price p where p.product_id = s.product_id)",
  );
  await owner.query("delete from product t where not exists (select from sku s where s.product_id = t.id)");
  await owner.query(
    "delete from price_list_import i where not exists (select from price p where p.import_id = i.id)",
  );
}

import type { ScopedTx } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import type { PriceListRow } from "./price-list/price-list-row";
import type { Written } from "./price-store";
import { searchTextOf } from "./search-text";

/** Adds products and changes those whose title or publisher differs. */
export async function upsertProducts(tx: ScopedTx, rows: readonly PriceListRow[]): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map(({ productId, productTitle, publisher }) => ({
    id: productId,
    title: productTitle,
    publisher,
  }));
  await tx.execute(sql`
    insert into product (id, title, publisher)
    select id, title, publisher from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as l (id text, title text, publisher text)
    on conflict (id) do update set title = excluded.title, publisher = excluded.publisher
    where (product.title, product.publisher) is distinct from (excluded.title, excluded.publisher)`);
}

/**
 * Adds SKUs and changes those whose words differ. A new one may be bought in any number of seats until an offer matrix
 * says otherwise; what a matrix has said of a known one stays.
 */
export async function upsertSkus(tx: ScopedTx, rows: readonly PriceListRow[]): Promise<Written> {
  if (rows.length === 0) return { added: 0, changed: 0 };
  const records = rows.map((row) => ({
    p: row.productId,
    k: row.skuId,
    title: row.skuTitle,
    description: row.description,
    segment: row.segment,
    tags: row.tags,
    trial: row.isTrial,
    search: searchTextOf(row.skuTitle, row.productTitle, row.productId, row.skuId),
  }));
  const [written] = await tx.rows<Written>(sql`
    with written as (
      insert into sku (product_id, sku_id, title, description, segment, tags, is_trial, search_text)
      select p, k, title, description, segment, tags, trial, search
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as l (p text, k text, title text, description text, segment text, tags text[], trial boolean, search text)
      on conflict (product_id, sku_id) do update set title = excluded.title, description = excluded.description,
        segment = excluded.segment, tags = excluded.tags, is_trial = excluded.is_trial, search_text = excluded.search_text
      where (sku.title, sku.description, sku.segment, sku.tags, sku.is_trial, sku.search_text) is distinct from
        (excluded.title, excluded.description, excluded.segment, excluded.tags, excluded.is_trial, excluded.search_text)
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from written`);
  return written ?? { added: 0, changed: 0 };
}

import type { ScopedTx } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import type { OfferMatrixEntry } from "./parse-entry";

/** What became of a batch of entries; SKUs the catalogue does not know are given by their rows and left out. */
export type MatrixWritten = {
  readonly added: number;
  readonly changed: number;
  readonly skusChanged: number;
  readonly unknownRows: readonly number[];
};

const nothing: MatrixWritten = { added: 0, changed: 0, skusChanged: 0, unknownRows: [] };

/** Keeps what a matrix says of the SKUs the catalogue knows, and gives each SKU its range of seats (R91, R92). */
export async function upsertEntries(
  tx: ScopedTx,
  importId: string,
  entries: readonly OfferMatrixEntry[],
): Promise<MatrixWritten> {
  if (entries.length === 0) return nothing;
  const [written] = await tx.rows<MatrixWritten>(sql`
    with listed as (
      select l.*, known.sku_id is not null as is_known
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as l ("row" int, "productId" text, "skuId" text, "minimumQuantity" int,
        "maximumQuantity" int, "limitScope" "OfferLimitScope", "limit" int, prerequisites text[], conversions text[], countries char(2)[],
        description text)
      left join sku known on known.product_id = l."productId" and known.sku_id = l."skuId"),
    ranges as (
      update sku set minimum_quantity = l."minimumQuantity", maximum_quantity = l."maximumQuantity" from listed l
      where sku.product_id = l."productId" and sku.sku_id = l."skuId"
        and (sku.minimum_quantity, sku.maximum_quantity) is distinct from (l."minimumQuantity", l."maximumQuantity")
      returning sku.product_id, sku.sku_id),
    written as (
      insert into offer_matrix_entry as kept (product_id, sku_id, countries, offer_limit_scope, offer_limit, prerequisites, conversions,
        description, import_id, updated_at)
      select "productId", "skuId", countries, "limitScope", "limit", prerequisites, conversions, description, ${importId}::uuid,
        ${tx.now}::timestamptz from listed where is_known
      on conflict (product_id, sku_id) do update set countries = excluded.countries, offer_limit_scope = excluded.offer_limit_scope,
        offer_limit = excluded.offer_limit, prerequisites = excluded.prerequisites, conversions = excluded.conversions,
        description = excluded.description, import_id = excluded.import_id, updated_at = excluded.updated_at
      where (kept.countries, kept.offer_limit_scope, kept.offer_limit, kept.prerequisites, kept.conversions, kept.description)
        is distinct from (excluded.countries, excluded.offer_limit_scope, excluded.offer_limit, excluded.prerequisites,
          excluded.conversions, excluded.description)
      returning product_id, sku_id, xmax = 0 as is_new)
    select (select count(*)::int from written where is_new) as added, (select count(*)::int from ranges) as "skusChanged",
      (select count(*)::int from (select product_id, sku_id from written where not is_new
        union select product_id, sku_id from ranges
        except select product_id, sku_id from written where is_new) differing) as changed,
      (select coalesce(array_agg("row" order by "row"), '{}') from listed where not is_known) as "unknownRows"`);
  return written ?? nothing;
}

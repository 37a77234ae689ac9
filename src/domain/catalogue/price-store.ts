import type { ScopedTx } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { newId } from "../kernel/ids";
import type { ImportKind } from "./model";
import type { PriceListRow } from "./price-list/price-list-row";

/** What a statement did to a table. */
export type Written = { readonly added: number; readonly changed: number };

/** The columns that make a price, and the types PostgreSQL reads them with from JSON. */
const recordset = sql`p text, k text, m char(2), c char(3), g text, t "TermDuration", b "BillingCycle", n int, x int, u bigint,
  e bigint, f timestamptz, o timestamptz, i uuid`;

const sameThing = sql`known.market = l.m and known.currency = l.c and known.segment = l.g and known.product_id = l.p
  and known.sku_id = l.k and known.term_duration = l.t and known.billing_cycle = l.b and known.tier_minimum = l.n
  and known.effective_from = l.f`;

/**
 * A price as a record of JSON. The list's billing plan None, that of trials, is stored as charged once: it costs nothing
 * to divide.
 */
function toRecord(row: PriceListRow) {
  return {
    p: row.productId,
    k: row.skuId,
    m: row.market,
    c: row.currency,
    g: row.segment,
    t: row.termDuration,
    b: row.billingCycle === "none" ? "one_time" : row.billingCycle,
    n: row.tierMinimum,
    x: row.tierMaximum,
    u: row.unitPrice.amountMinor.toString(),
    e: row.erpPrice?.amountMinor.toString() ?? null,
    f: row.effectiveStart.toISOString(),
    o: row.effectiveEnd?.toISOString() ?? null,
    i: newId(),
  };
}

/**
 * Adds prices and changes those that differ; the others are not written at all. A list of prices in force that knows no
 * end of a price does not take away the end that a preview has announced and that is still to come: the preview is the
 * newer knowledge.
 */
export async function upsertPrices(
  tx: ScopedTx,
  importId: string,
  kind: ImportKind,
  prices: readonly PriceListRow[],
): Promise<Written> {
  if (prices.length === 0) return { added: 0, changed: 0 };
  const [written] = await tx.rows<Written>(sql`
    with judged as (
      select l.*, known.id as known_id, known.tier_maximum, known.unit_price_minor, known.erp_price_minor, known.effective_to,
        case when l.o is null and ${kind} = 'current' and known.effective_to > ${tx.now}::timestamptz and brought.kind = 'preview'
          then known.effective_to else l.o end as ends
      from jsonb_to_recordset(${JSON.stringify(prices.map(toRecord))}::jsonb) as l (${recordset})
      left join price known on ${sameThing}
      left join price_list_import brought on brought.id = known.import_id),
    written as (
      insert into price (id, product_id, sku_id, market, currency, segment, term_duration, billing_cycle, tier_minimum, tier_maximum,
        unit_price_minor, erp_price_minor, effective_from, effective_to, import_id)
      select i, p, k, m, c, g, t, b, n, x, u, e, f, ends, ${importId}::uuid from judged
      where known_id is null or (x, u, e, ends) is distinct from (tier_maximum, unit_price_minor, erp_price_minor, effective_to)
      on conflict (market, currency, segment, product_id, sku_id, term_duration, billing_cycle, tier_minimum, effective_from)
      do update set tier_maximum = excluded.tier_maximum, unit_price_minor = excluded.unit_price_minor,
        erp_price_minor = excluded.erp_price_minor, effective_to = excluded.effective_to, import_id = excluded.import_id
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from written`);
  return written ?? { added: 0, changed: 0 };
}

/**
 * Ends prices that the list marks as deleted: at the end the row prints, else now. One that has ended before, or that the
 * catalogue does not know, is left as it is. Gives how many were ended.
 */
export async function endPrices(
  tx: ScopedTx,
  importId: string,
  prices: readonly PriceListRow[],
): Promise<number> {
  if (prices.length === 0) return 0;
  return tx.execute(sql`
    update price known set effective_to = ending.at, import_id = ${importId}::uuid
    from (select known.id, coalesce(l.o, greatest(${tx.now}::timestamptz, l.f + interval '1 millisecond')) as at
      from jsonb_to_recordset(${JSON.stringify(prices.map(toRecord))}::jsonb) as l (${recordset})
      join price known on ${sameThing}) ending
    where known.id = ending.id and (known.effective_to is null or known.effective_to > ending.at)`);
}

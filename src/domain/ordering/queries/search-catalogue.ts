import { z } from "zod";
import { type Cursor, decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { empty, type Sql, sql } from "#/db/sql";
import { can } from "../../authorisation/authorise";
import { notFound } from "../../kernel/failure";
import type { Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { findForbiddenCharacter, normaliseLine } from "../../kernel/text";
import { defineQuery } from "../../operation";
import { type TermDuration, termDurations } from "../../subscription/term";
import { seatRangeOf, segmentsOpenTo } from "../offer-limits";
import {
  billingCycles,
  catalogueSearchMax,
  type OfferKind,
  type OrderBillingCycle,
  offerKinds,
  segments,
} from "../offer-words";
import { buyerOf, buyerSchema } from "./buyer";
import { actingSeller, priceIsInForce, priceMarket } from "./price-list";

/** Rows on a page of the catalogue. */
export const cataloguePageSize = 25;

/** One way to buy an offer: a term, how it is charged, and the price of a seat for the term, `null` for roles without pricing. */
export type OfferChoice = {
  readonly termDuration: TermDuration;
  readonly billingCycle: OrderBillingCycle;
  readonly unitPriceMinor: number | null;
};

/** A SKU of the catalogue as this customer can buy it now. */
export type CatalogueItem = {
  readonly productId: string;
  readonly skuId: string;
  readonly productTitle: string;
  readonly skuTitle: string;
  readonly description: string;
  readonly publisher: string;
  readonly segment: string;
  readonly kind: OfferKind;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  /** False when the customer lacks the qualification of the offer's segment (R93). */
  readonly isOpen: boolean;
  readonly choices: readonly OfferChoice[];
};

/** A page of the catalogue, and whose prices it shows. */
export type CataloguePage = Page<CatalogueItem> & {
  readonly currency: string;
  /** The market whose price list counts; `null` when there is none for this customer's currency. */
  readonly market: string | null;
  readonly publishers: readonly string[];
};

type StoredItem = Omit<CatalogueItem, "isOpen"> & { readonly isTrial: boolean; readonly sort: string };

type Row = {
  readonly currency: string;
  readonly buyerSegment: string;
  readonly market: string | null;
  readonly publishers: readonly string[] | null;
  readonly items: readonly StoredItem[] | null;
};

const filterSchema = z.strictObject({
  text: z.string().max(catalogueSearchMax).default(""),
  segment: z.enum(segments).optional(),
  termDuration: z.enum(termDurations).optional(),
  billingCycle: z.enum(billingCycles).optional(),
  publisher: z.string().max(200).optional(),
  kind: z.enum(offerKinds).optional(),
});
type Filters = z.output<typeof filterSchema>;

/** SKUs have no UUID, so their keys are part of the sort text and the cursor's id stands still. */
const noId = "00000000-0000-0000-0000-000000000000";
const sortText = sql`(lower(product.title) || chr(1) || lower(k.title) || chr(1) || k.product_id || ':' || k.sku_id) collate "C"`;
const kindOf = sql`case when k.is_trial then 'trial' when exists (select from unnest(k.tags) tag where tag ~* '^add-?on$')
  or k.title ~* '\\madd-on\\M' then 'add_on' else 'base' end`;

function conditions(filters: Filters, cursor: Cursor | undefined): Sql {
  const { text, segment, publisher, kind } = filters;
  // Text that no title can hold finds nothing, and some of it the database could not even be asked for.
  if (findForbiddenCharacter(text + (publisher ?? "")) !== null) return sql`false`;
  const words = text
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const searched = sql`lower(product.title || ' ' || k.title || ' ' || k.product_id || ' ' || k.sku_id)`;
  const range =
    cursor?.direction === "previous"
      ? sql`and ${sortText} < ${cursor.sort}`
      : sql`and ${sortText} > ${cursor?.sort ?? ""}`;
  return sql`true ${words.length > 0 ? sql`and ${searched} like all (${words}::text[])` : empty}
    ${segment ? sql`and k.segment = ${segment}` : empty}
    ${publisher ? sql`and product.publisher = ${publisher}` : empty}
    ${kind ? sql`and ${kindOf} = ${kind}` : empty} ${cursor ? range : empty}`;
}

/** The prices of one SKU now, one for each term and billing: the newest where two overlap, without volume tiers. */
function choices({ termDuration, billingCycle }: Filters, now: Date): Sql {
  return sql`select jsonb_agg(jsonb_build_object('termDuration', offer.term_duration, 'billingCycle', offer.billing_cycle,
      'unitPriceMinor', offer.unit_price_minor) order by offer.term_duration, offer.billing_cycle) as choices
    from (select distinct on (p.term_duration, p.billing_cycle) p.term_duration, p.billing_cycle, p.unit_price_minor
      from price p where p.market = list.market and p.currency = list.currency and p.segment = k.segment
        and p.product_id = k.product_id and p.sku_id = k.sku_id and p.term_duration <> 'none' and ${priceIsInForce(now)}
      order by p.term_duration, p.billing_cycle, p.tier_minimum, p.effective_from desc) offer
    having bool_or(true ${termDuration ? sql`and offer.term_duration = ${termDuration}::"TermDuration"` : empty}
      ${billingCycle ? sql`and offer.billing_cycle = ${billingCycle}::"BillingCycle"` : empty})`;
}

async function readPage(
  tx: ScopedTx,
  buyer: Sql,
  filters: Filters,
  cursor: Cursor | undefined,
): Promise<Row | undefined> {
  const direction = cursor?.direction === "previous" ? sql`desc` : sql`asc`;
  const [row] = await tx.rows<Row>(sql`
    with buyer as (${buyer}), seller as (${actingSeller(scopeOf(tx))}),
    list as materialized (select buyer.currency, buyer.segment, ${priceMarket(tx.now)} as market from buyer cross join seller)
    select list.currency, list.segment as "buyerSegment", list.market,
      (select jsonb_agg(distinct publisher order by publisher) from product) as publishers,
      (select jsonb_agg(to_jsonb(found) order by found.sort ${direction}) from (
        select k."productId", k."skuId", k."productTitle", k."skuTitle", k.description, k.publisher, k.segment, ${kindOf} as kind,
          k."minimumQuantity", k."maximumQuantity", k."isTrial", k.sort, offered.choices
        from (select k.product_id, k.sku_id, k.product_id as "productId", k.sku_id as "skuId", product.title as "productTitle",
            k.title as "skuTitle", k.title, k.tags, k.is_trial, k.description, product.publisher, k.segment,
            k.minimum_quantity as "minimumQuantity", k.maximum_quantity as "maximumQuantity", k.is_trial as "isTrial",
            ${sortText} as sort
          from sku k join product on product.id = k.product_id where ${conditions(filters, cursor)}
          order by sort ${direction} offset 0) k
        cross join lateral (${choices(filters, tx.now)}) offered
        order by k.sort ${direction} limit ${cataloguePageSize + 1}) found) as items
    from list`);
  return row;
}

/**
 * A page of the catalogue for a customer of the acting provider, or for one about to be created in a country: SKUs that
 * have a price now in the customer's price list, searched by any part of title or id and filtered (S-11, R93). One
 * statement. Prices are for the provider's roles with pricing only; nobody else can run this (R4, R90).
 */
export const searchCatalogue = defineQuery({
  name: "ordering.search_catalogue",
  access: "order.place",
  input: filterSchema.extend({
    buyer: buyerSchema,
    after: z.string().optional(),
    before: z.string().optional(),
  }),
  run: async (tx, { buyer, after, before, ...given }) => {
    const filters = { ...given, text: normaliseLine(given.text) };
    const cursor = decodeCursor(after ?? before, [buyer, filters]);
    const row = await readPage(tx, buyerOf(buyer, scopeOf(tx)), filters, cursor);
    if (!row) return notFound();
    const open = segmentsOpenTo(row.buyerSegment);
    const showsPrices = can(tx.actor, "pricing.read");
    const found = (row.items ?? []).map((item) => ({ ...item, id: noId }));
    const page = toPage(found, cataloguePageSize, cursor, [buyer, filters]);
    return ok<CataloguePage>({
      ...page,
      items: page.items.map(({ id: _, sort: __, isTrial, ...item }) => {
        const { minimum, maximum } = seatRangeOf({ ...item, isTrial });
        const offered = showsPrices
          ? item.choices
          : item.choices.map((choice) => ({ ...choice, unitPriceMinor: null }));
        return {
          ...item,
          minimumQuantity: minimum,
          maximumQuantity: maximum,
          isOpen: open.includes(item.segment),
          choices: offered,
        };
      }),
      currency: row.currency,
      market: row.market,
      publishers: row.publishers ?? [],
    });
  },
});

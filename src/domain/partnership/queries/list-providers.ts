import { z } from "zod";
import { decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { empty, type Sql, sql } from "#/db/sql";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { partnerSearch } from "../partner-search";

/** What a row counts is counted up to here; one more stands for "more than". */
export const providerCountLimit = 1_000;

/** One row of **Indirect providers**: the partnership, and what the reseller knows of its provider. */
export type ProviderSummary = {
  /** The id of the partnership. */
  readonly id: string;
  /** The provider's organisation. */
  readonly organisationId: string;
  readonly name: string;
  readonly country: string;
  readonly partnerId: string | null;
  readonly domain: string;
  readonly supportEmail: string | null;
  readonly supportTelephone: string | null;
  readonly supportWebsite: string | null;
  readonly since: Date;
  /** Customers shared with this provider; at most `providerCountLimit + 1`. */
  readonly customers: number;
  /** Their subscriptions that name the reseller reseller of record; at most `providerCountLimit + 1`. */
  readonly subscriptions: number;
};

type Row = ProviderSummary & { readonly sort: string };

/**
 * The acting reseller's active partnerships by name, a page at a time (S-07, R29). Counts only what is shared with the
 * provider of the row, never its other customers (R3).
 */
export const listProviders = defineQuery({
  name: "partnership.list_providers",
  access: "provider.list",
  input: z.strictObject({
    search: z.string().max(200).default(""),
    cursor: z.string().max(2_000).optional(),
  }),
  run: async (tx, { search, cursor: cursorText }) => {
    const filters = { list: "providers", search };
    const cursor = decodeCursor(cursorText, filters);
    const backwards = cursor?.direction === "previous";
    const seek = !cursor
      ? empty
      : backwards
        ? sql`and (p.provider_search_text, p.id) < (${cursor.sort}, ${cursor.id}::uuid)`
        : sql`and (p.provider_search_text, p.id) > (${cursor.sort}, ${cursor.id}::uuid)`;
    const order = backwards
      ? sql`order by p.provider_search_text desc, p.id desc`
      : sql`order by p.provider_search_text, p.id`;
    const rows = await readPage(tx, sql`${seek} ${partnerSearch("provider", search)}`, order);
    return ok<Page<ProviderSummary>>(toPage(rows, defaultPageSize, cursor, filters));
  },
});

function readPage(tx: ScopedTx, conditions: Sql, order: Sql): Promise<Row[]> {
  const own = scopeOf(tx);
  const limit = providerCountLimit + 1;
  return tx.rows<Row>(sql`
    select p.id, p.provider_search_text as sort, p.provider_id as "organisationId", p.provider_name as name, c.country,
      c.partner_id as "partnerId", c.primary_domain as domain, c.support_email as "supportEmail",
      c.support_telephone as "supportTelephone", c.support_website as "supportWebsite", p.created_at as since,
      (select count(*)::int from (select 1 from customer where reseller_id = ${own}::uuid and provider_id = p.provider_id
        and relationship = 'active' limit ${limit}) counted) as customers,
      (select count(*)::int from (select 1 from subscription where associated_reseller_id = ${own}::uuid and provider_id = p.provider_id
        and reseller_of_record_id = ${own}::uuid and status <> 'deleted' limit ${limit}) counted) as subscriptions
    from (select * from partnership p where p.reseller_id = ${own}::uuid and p.state = 'active' ${conditions}
      ${order} limit ${defaultPageSize + 1}) p
    join partner_card c on c.viewer_id = ${own}::uuid and c.subject_id = p.provider_id
    ${order}`);
}

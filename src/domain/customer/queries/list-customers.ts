import { z } from "zod";
import { type Cursor, decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { empty, type Sql, sql } from "#/db/sql";
import { idSchema } from "../../kernel/ids";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { findForbiddenCharacter, normaliseLine } from "../../kernel/text";
import { defineQuery } from "../../operation";
import type { CustomerListItem } from "../model";
import { capacityOf, inScope, joinPartnerCard, listColumns } from "../store";

/** Which customers: all, those of one partner, those of none, or those whose reseller is a partner no more (S-09). */
const wantedSchema = z.union([z.enum(["all", "none", "former"]), idSchema]).default("all");

/** What a search may be long. */
export const searchLengthMax = 200;

type Row = CustomerListItem & { readonly sort: string };

/** A page of customers; `partnerName` names the partner they are filtered by. */
export type CustomerList = Page<CustomerListItem> & { readonly partnerName: string | null };

type Request = {
  readonly words: string;
  readonly wanted: string;
  readonly cursor: Cursor | undefined;
};

/** A literal, so that a kept plan knows how short a page is. */
const pageLimit = sql([`limit ${defaultPageSize + 1}`]);

/** What a row is made and ordered of; not all columns of a customer are everybody's to read. */
const rowColumns = sql`c.id, c.tenant_id, c.provider_id, c.reseller_id, c.company_name, c.primary_domain, c.search_text, c.country,
  c.subscription_count, c.contact_first_name, c.contact_last_name, c.contact_email, c.contact_phone`;

function isPartner(wanted: string): boolean {
  return !["all", "none", "former"].includes(wanted);
}

function filterOf(tx: ScopedTx, wanted: string): Sql {
  if (wanted === "all") return empty;
  const asProvider = capacityOf(tx) === "provider";
  if (isPartner(wanted)) {
    return asProvider ? sql`and c.reseller_id = ${wanted}::uuid` : sql`and c.provider_id = ${wanted}::uuid`;
  }
  if (!asProvider) return sql`and false`;
  return wanted === "none" ? sql`and c.reseller_id is null` : sql`and c.reseller_id = former.reseller_id`;
}

/** The customers of each former partner in order, so that a page reads a page of each and not all of them. */
function pageOfEachFormer(tx: ScopedTx, page: Sql): Sql {
  return sql`(select p.reseller_id from partnership p where p.provider_id = ${scopeOf(tx)}::uuid
      group by p.reseller_id having not bool_or(p.state = 'active')) former
    cross join lateral (select ${rowColumns} from customer c ${page}) c`;
}

/** List order, or the reverse when the page before is read. */
function orderOf({ wanted, cursor }: Request): Sql {
  const backwards = cursor?.direction === "previous";
  // "is null" is no equality to the planner: only an order that begins with the column lets it read the index in order.
  if (wanted === "none") {
    return backwards
      ? sql`order by c.reseller_id desc, c.search_text desc, c.id desc`
      : sql`order by c.reseller_id, c.search_text, c.id`;
  }
  return backwards ? sql`order by c.search_text desc, c.id desc` : sql`order by c.search_text, c.id`;
}

function rangeOf({ cursor }: Request): Sql {
  if (!cursor) return empty;
  return cursor.direction === "next"
    ? sql`and (c.search_text, c.id) > (${cursor.sort}, ${cursor.id}::uuid)`
    : sql`and (c.search_text, c.id) < (${cursor.sort}, ${cursor.id}::uuid)`;
}

function listRows(tx: ScopedTx, request: Request): Promise<Row[]> {
  const capacity = capacityOf(tx);
  const kind = isPartner(request.wanted) ? "partner" : request.wanted;
  const order = orderOf(request);
  const page = sql`where ${inScope(tx)} ${filterOf(tx, request.wanted)} ${rangeOf(request)} ${order} ${pageLimit}`;
  const isFormer = request.wanted === "former" && capacity === "provider";
  const source = isFormer
    ? pageOfEachFormer(tx, page)
    : sql`(select ${rowColumns} from customer c ${page}) c`;
  return tx.rows<Row>(
    sql`select ${listColumns}, c.search_text as sort from ${source} ${joinPartnerCard(tx)} ${order} ${pageLimit}`,
    `customers-${capacity}-${kind}-${request.cursor?.direction ?? "first"}`,
  );
}

/** Without a name: each search is planned for its own words. */
function searchRows(tx: ScopedTx, request: Request): Promise<Row[]> {
  const { words, wanted, cursor } = request;
  const capacity = capacityOf(tx);
  const kind = isPartner(wanted) ? "partner" : wanted;
  const partner = isPartner(wanted) ? wanted : null;
  return tx.rows<Row>(sql`select ${listColumns}, c.search_text as sort
    from find_customers(${words}, ${capacity}, ${kind}, ${partner}::uuid, ${cursor?.sort ?? null}, ${cursor?.id ?? null}::uuid,
      ${cursor?.direction === "previous"}, ${defaultPageSize + 1}) found
    join customer c on c.id = found.id ${joinPartnerCard(tx)} where ${inScope(tx)} ${orderOf(request)}`);
}

async function partnerNameOf(tx: ScopedTx, wanted: string, first: Row | undefined): Promise<string | null> {
  if (!isPartner(wanted)) return null;
  if (first) return first.partnerName;
  const [card] = await tx.rows<{ name: string }>(sql`select company_name as name from partner_card
    where viewer_id = ${scopeOf(tx)}::uuid and subject_id = ${wanted}::uuid`);
  return card?.name ?? null;
}

/**
 * A page of the acting organisation's customers in the order of their names: all, or those that contain `q` in name,
 * domain or Microsoft ID, of one partner, of none, or of a former one (S-09, R2, R3, R36). One statement; a second only
 * to name a partner without customers. A cursor that does not fit gives the first page.
 */
export const listCustomers = defineQuery({
  name: "customer.list",
  access: "customer.list",
  input: z.strictObject({
    q: z.string().max(searchLengthMax).default(""),
    partner: wantedSchema,
    after: z.string().optional(),
    before: z.string().optional(),
  }),
  run: async (tx, { q, partner, after, before }) => {
    const words = normaliseLine(q);
    const filters = { words, partner };
    const cursor = decodeCursor(after ?? before, filters);
    const request = { words, wanted: partner, cursor };
    const isUnfindable = findForbiddenCharacter(words) !== null;
    const rows = isUnfindable
      ? []
      : words === ""
        ? await listRows(tx, request)
        : await searchRows(tx, request);
    const page = toPage(rows, defaultPageSize, cursor, filters);
    return ok<CustomerList>({
      ...page,
      items: page.items.map(({ sort: _, ...item }) => item),
      partnerName: await partnerNameOf(tx, partner, page.items[0]),
    });
  },
});

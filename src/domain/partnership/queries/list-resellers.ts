import { z } from "zod";
import { decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { empty, type Sql, sql } from "#/db/sql";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { ProgramStatus } from "../../organisation/program-status";
import { partnerSearch } from "../partner-search";
import { type ResellerStanding, resellerStanding } from "../reseller-standing";

/** Customers of a row are counted up to here; one more stands for "more than". */
export const customerCountLimit = 1_000;

/** One row of **Indirect resellers**: the partnership, and what the provider knows of its reseller. */
export type ResellerSummary = {
  /** The id of the partnership. */
  readonly id: string;
  /** The reseller's organisation, its tenant id. */
  readonly organisationId: string;
  readonly name: string;
  readonly country: string;
  readonly partnerId: string;
  readonly domain: string;
  readonly supportEmail: string | null;
  readonly supportTelephone: string | null;
  readonly supportWebsite: string | null;
  readonly agreementSignedAt: Date | null;
  readonly standing: ResellerStanding;
  /** At most `customerCountLimit + 1`. */
  readonly customers: number;
  readonly since: Date;
};

type Row = Omit<ResellerSummary, "standing"> & {
  readonly sort: string;
  readonly programStatus: ProgramStatus;
};

/**
 * The acting provider's active partnerships by name, a page at a time (S-04, R1, R36, span 150). Searches name, domain,
 * partner id and tenant id by any part, whatever the case.
 */
export const listResellers = defineQuery({
  name: "partnership.list_resellers",
  access: "partnership.list",
  input: z.strictObject({
    search: z.string().max(200).default(""),
    cursor: z.string().max(2_000).optional(),
  }),
  run: async (tx, { search, cursor: cursorText }) => {
    const filters = { list: "resellers", search };
    const cursor = decodeCursor(cursorText, filters);
    const backwards = cursor?.direction === "previous";
    const seek = !cursor
      ? empty
      : backwards
        ? sql`and (p.reseller_search_text, p.id) < (${cursor.sort}, ${cursor.id}::uuid)`
        : sql`and (p.reseller_search_text, p.id) > (${cursor.sort}, ${cursor.id}::uuid)`;
    const order = backwards
      ? sql`order by p.reseller_search_text desc, p.id desc`
      : sql`order by p.reseller_search_text, p.id`;
    const rows = await readPage(tx, sql`${seek} ${partnerSearch("reseller", search)}`, order);
    return ok<Page<ResellerSummary>>(toPage(rows.map(toSummary), defaultPageSize, cursor, filters));
  },
});

function readPage(tx: ScopedTx, conditions: Sql, order: Sql): Promise<Row[]> {
  const own = scopeOf(tx);
  return tx.rows<Row>(sql`
    select p.id, p.reseller_search_text as sort, p.reseller_id as "organisationId", p.reseller_name as name, c.country,
      p.reseller_partner_id as "partnerId", c.primary_domain as domain, c.support_email as "supportEmail",
      c.support_telephone as "supportTelephone", c.support_website as "supportWebsite", c.program_status as "programStatus",
      c.agreement_signed_at as "agreementSignedAt", p.created_at as since,
      (select count(*)::int from (select 1 from customer where provider_id = ${own}::uuid and reseller_id = p.reseller_id
        and relationship = 'active' limit ${customerCountLimit + 1}) counted) as customers
    from (select * from partnership p where p.provider_id = ${own}::uuid and p.state = 'active' ${conditions}
      ${order} limit ${defaultPageSize + 1}) p
    join partner_card c on c.viewer_id = ${own}::uuid and c.subject_id = p.reseller_id
    ${order}`);
}

function toSummary({ programStatus, ...row }: Row): ResellerSummary & { readonly sort: string } {
  const { agreementSignedAt, partnerId } = row;
  return { ...row, standing: resellerStanding({ programStatus, agreementSignedAt, partnerId }) };
}

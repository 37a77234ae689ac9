import { empty, type Sql, sql } from "#/db/sql";

/**
 * The condition of a search for partners, on a partnership called `p`: any part of name, domain or partner id, or at least
 * four letters of the tenant id. Nothing for an empty search.
 */
export function partnerSearch(side: "reseller" | "provider", search: string): Sql {
  const term = search.normalize("NFC").trim().toLowerCase();
  if (term === "") return empty;
  const text = side === "reseller" ? sql`p.reseller_search_text` : sql`p.provider_search_text`;
  const id = side === "reseller" ? sql`p.reseller_id` : sql`p.provider_id`;
  const couldBeId = /^[0-9a-f-]{4,36}$/.test(term);
  return couldBeId
    ? sql`and (strpos(${text}, ${term}) > 0 or strpos(${id}::text, ${term}) > 0)`
    : sql`and strpos(${text}, ${term}) > 0`;
}

import { type Sql, sql } from "#/db/sql";
import { cspRegionCodes } from "../../geography/csp-region";
import { markets } from "../../geography/markets";

/** The markets of every region by its code, each list in alphabetical order, as the database reads it. */
const marketsByRegion = JSON.stringify(
  Object.fromEntries(
    cspRegionCodes.map((code) => [
      code,
      markets
        .filter((market) => market.cspRegion === code)
        .map((market) => market.iso2)
        .sort(),
    ]),
  ),
);

/** The condition under which a row of `price`, called `p`, is in force. */
export function priceIsInForce(now: Date): Sql {
  return sql`p.effective_from <= ${now} and (p.effective_to is null or p.effective_to >= ${now})`;
}

/**
 * The market whose price list counts for a customer, as an expression over `buyer` (country, currency) and `seller`
 * (country, csp_region). It is the customer's own market when that has a list in the customer's currency; then only that
 * list counts, so a SKU missing from it is not sold there. Otherwise the provider's market, and last the first market of
 * the region in alphabetical order, always in the customer's currency: a list of one market holds the prices in every
 * currency of its region, and a price is never converted. Null when no list of the region has the currency (R20, R93).
 */
export function priceMarket(now: Date): Sql {
  const hasList = (market: Sql) => sql`exists (
    select from price p where p.market = ${market} and p.currency = buyer.currency and ${priceIsInForce(now)})`;
  return sql`coalesce(
    case when ${hasList(sql`buyer.country`)} then buyer.country end,
    case when ${hasList(sql`seller.country`)} then seller.country end,
    (select candidate.market::bpchar from jsonb_array_elements_text(${marketsByRegion}::jsonb -> seller.csp_region) candidate (market)
      where ${hasList(sql`candidate.market::bpchar`)} limit 1))`;
}

/** The customer who buys, as a row for `priceMarket`: one of the acting provider's, while the relationship is active (R2). */
export function existingBuyer(customerId: string, providerId: string): Sql {
  return sql`select c.country, c.currency, case when c.qualification_status is distinct from 'rejected' then c.segment::text else 'none' end as segment,
      c.agreement_status::text as agreement_status,
      c.review_status::text as review_status, c.reseller_id
    from customer c where c.id = ${customerId}::uuid and c.provider_id = ${providerId}::uuid and c.relationship = 'active'`;
}

/** What is known of a customer before it exists. */
export type NewBuyer = {
  readonly country: string;
  readonly currency: string;
  readonly segment: string;
  readonly agreementStatus: "missing" | "attested";
  readonly resellerId: string | null;
};

/** The same row for a customer that is being created. */
export function newBuyer({ country, currency, segment, agreementStatus, resellerId }: NewBuyer): Sql {
  return sql`select ${country}::bpchar as country, ${currency}::bpchar as currency, ${segment}::text as segment,
    ${agreementStatus}::text as agreement_status, 'ok'::text as review_status, ${resellerId}::uuid as reseller_id`;
}

/** The acting provider as the `seller` of `priceMarket`. */
export function actingSeller(providerId: string): Sql {
  return sql`select o.country, o.csp_region, o.program_status::text as program_status,
    o.agreement_signed_at is not null as has_signed_agreement
    from organisation o where o.id = ${providerId}::uuid`;
}

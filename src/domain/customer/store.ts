import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { type Sql, sql } from "#/db/sql";
import type { Capacity } from "./model";

/** In which role the acting organisation looks at customers. */
export function capacityOf(tx: ScopedTx): Capacity {
  return userOf(tx).organisationKind === "indirect_reseller" ? "reseller" : "provider";
}

/** The customers the acting organisation may see, as a condition on `c` (R2, R3). */
export function inScope(tx: ScopedTx): Sql {
  const scope = scopeOf(tx);
  return capacityOf(tx) === "provider"
    ? sql`c.provider_id = ${scope}::uuid and c.relationship = 'active'`
    : sql`c.reseller_id = ${scope}::uuid and c.relationship = 'active'`;
}

/** The organisation on the other side of the customer, as a column of `c`. */
export function partnerColumn(capacity: Capacity): Sql {
  return capacity === "provider" ? sql`c.reseller_id` : sql`c.provider_id`;
}

/** The columns of a `CustomerListItem`, with `c` the customer and `card` what the viewer knows of the other side. */
export function listColumns(capacity: Capacity): Sql {
  return sql`c.id, c.tenant_id as "tenantId", c.company_name as "companyName", c.primary_domain as "primaryDomain",
    c.country, ${partnerColumn(capacity)} as "partnerId", card.company_name as "partnerName",
    c.subscription_count as "subscriptionCount", c.contact_first_name || ' ' || c.contact_last_name as "contactName",
    c.contact_email as "contactEmail", c.contact_phone as "contactPhone"`;
}

/** Joins the viewer's card of the organisation on the other side. */
export function joinPartnerCard(tx: ScopedTx): Sql {
  return sql`left join partner_card card on card.viewer_id = ${scopeOf(tx)}::uuid
    and card.subject_id = ${partnerColumn(capacityOf(tx))}`;
}

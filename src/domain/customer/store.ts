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
export const listColumns = sql`c.id, c.tenant_id as "tenantId", c.company_name as "companyName", c.primary_domain as "primaryDomain",
    c.country, card.company_name as "partnerName",
    c.subscription_count as "subscriptionCount", c.contact_first_name || ' ' || c.contact_last_name as "contactName",
    c.contact_email as "contactEmail", c.contact_phone as "contactPhone"`;

/** Joins the viewer's card of the organisation on the other side. */
export function joinPartnerCard(tx: ScopedTx): Sql {
  return sql`left join partner_card card on card.viewer_id = ${scopeOf(tx)}::uuid
    and card.subject_id = ${partnerColumn(capacityOf(tx))}`;
}

/** With whom a customer is associated, and the name of the reseller that is wanted, if it is a partner now. */
export type AssociationFacts = {
  readonly version: number;
  readonly resellerId: string | null;
  readonly resellerName: string | null;
  readonly wantedName: string | null;
};

/** Reads what a change of the associated reseller depends on, in one statement; nothing for customers of others. */
export async function findAssociation(
  tx: ScopedTx,
  customerId: string,
  wantedId: string | null,
): Promise<AssociationFacts | undefined> {
  const [row] = await tx.rows<AssociationFacts>(
    sql`select c.version, c.reseller_id as "resellerId", card.company_name as "resellerName", p.reseller_name as "wantedName"
      from customer c ${joinPartnerCard(tx)}
      left join partnership p on p.provider_id = c.provider_id and p.reseller_id = ${wantedId}::uuid and p.state = 'active'
      where c.id = ${customerId}::uuid and ${inScope(tx)}`,
    "customer-association",
  );
  return row;
}

type Association = {
  readonly customerId: string;
  readonly version: number;
  readonly resellerId: string | null;
};

/**
 * Stores another associated reseller in one statement, if the customer still has the version that was decided on and the
 * reseller is still a partner; the customer's subscriptions follow by a trigger of the database. False when it changed.
 */
export async function saveAssociation(
  tx: ScopedTx,
  { customerId, version, resellerId }: Association,
): Promise<boolean> {
  const wanted = sql`${resellerId}::uuid`;
  const stored = await tx.execute(
    sql`update customer c set reseller_id = ${wanted}, version = version + 1, updated_at = ${tx.now}
      where c.id = ${customerId}::uuid and c.version = ${version} and ${inScope(tx)}
        and (${wanted} is null or exists (select from partnership p
          where p.provider_id = c.provider_id and p.reseller_id = ${wanted} and p.state = 'active'))`,
    "customer-change-reseller",
  );
  return stored === 1;
}

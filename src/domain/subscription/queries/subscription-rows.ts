import { type Cursor, decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { empty, type Sql, sql } from "#/db/sql";
import type { Page } from "../../kernel/page";
import type { SubscriptionListItem } from "../model";

/** Subscriptions on one page of a customer: most customers fit on one. */
const subscriptionPageSize = 100;

type Row = SubscriptionListItem & { readonly sort: string };

const pageLimit = sql([`limit ${subscriptionPageSize + 1}`]);

/** The columns of a `SubscriptionListItem`, with `s` the subscription and the viewer's cards of who is named on it. */
const listColumns = sql`s.id, s.friendly_name as "friendlyName", s.offer_name as "offerName", s.quantity, s.status,
  s.term_duration as "termDuration", s.billing_cycle as "billingCycle", s.commitment_ends_at as "commitmentEndsAt",
  s.cancellable_until as "cancellableUntil", s.auto_renew as "autoRenew", reseller.company_name as "resellerName",
  s.reseller_of_record_partner_id as "resellerPartnerId", s.support_contact_id as "supportContactId",
  support.company_name as "supportContactName"`;

/**
 * What the viewer may know of an organisation named on a subscription, as a table joined to it: the card it holds, or
 * its own record. Without either the name stays unknown to the viewer.
 */
export function knownOrganisation(tx: ScopedTx, alias: Sql, organisation: Sql): Sql {
  const viewer = scopeOf(tx);
  return sql`left join lateral (
      select k.company_name, k.partner_id, k.support_email, k.support_telephone, k.support_website from partner_card k
        where k.viewer_id = ${viewer}::uuid and k.subject_id = ${organisation}
      union all
      select o.company_name, o.partner_id, o.support_email, o.support_telephone, o.support_website from organisation o
        where o.id = ${organisation} and o.id = ${viewer}::uuid) ${alias} on true`;
}

/** The subscriptions the acting organisation may see, as a condition on `s` (R3, R5, R6). */
function subscriptionsInScope(tx: ScopedTx): Sql {
  const viewer = scopeOf(tx);
  const kind = userOf(tx).organisationKind;
  if (kind === "indirect_provider") return sql`s.provider_id = ${viewer}::uuid`;
  if (kind === "indirect_reseller") return sql`s.associated_reseller_id = ${viewer}::uuid`;
  return sql`s.tenant_id = ${viewer}::uuid`;
}

function rangeOf(cursor: Cursor | undefined): Sql {
  if (!cursor) return empty;
  return cursor.direction === "next"
    ? sql`and (s.offer_name, s.id) > (${cursor.sort}, ${cursor.id}::uuid)`
    : sql`and (s.offer_name, s.id) < (${cursor.sort}, ${cursor.id}::uuid)`;
}

/** One page of a customer's subscriptions by offer name, in one statement; the caller has found the customer. */
export async function listSubscriptionsOf(
  tx: ScopedTx,
  customerId: string,
  after: string | undefined,
): Promise<Page<SubscriptionListItem>> {
  const filters = { customerId };
  const cursor = decodeCursor(after, filters);
  const order =
    cursor?.direction === "previous"
      ? sql`order by s.offer_name desc, s.id desc`
      : sql`order by s.offer_name, s.id`;
  const rows = await tx.rows<Row>(
    sql`select ${listColumns}, s.offer_name as sort from subscription s
      ${knownOrganisation(tx, sql`reseller`, sql`s.reseller_of_record_id`)}
      ${knownOrganisation(tx, sql`support`, sql`s.support_contact_id`)}
      where s.customer_id = ${customerId}::uuid and ${subscriptionsInScope(tx)} ${rangeOf(cursor)} ${order} ${pageLimit}`,
    `subscriptions-${userOf(tx).organisationKind}-${cursor?.direction ?? "first"}`,
  );
  const page = toPage(rows, subscriptionPageSize, cursor, filters);
  return { ...page, items: page.items.map(({ sort: _, ...item }) => item) };
}

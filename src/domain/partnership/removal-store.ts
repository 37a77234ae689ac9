import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";

/** Counting stops here; one more stands for "more than". */
export const affectedCountLimit = 10_000;

/** What names a reseller of the acting provider and stays as it is when the partnership ends; each at most `affectedCountLimit + 1`. */
export type Affected = {
  /** Customers of the provider associated with the reseller. */
  readonly customers: number;
  /** Subscriptions with the reseller as reseller of record, those that have ended for good left out. */
  readonly subscriptions: number;
  /** Subscriptions with the reseller as designated support contact. */
  readonly supportContacts: number;
};

/** Counts what a removal leaves behind, for one reseller of the acting provider (S-08). */
export async function countAffected(tx: ScopedTx, resellerId: string): Promise<Affected> {
  const own = scopeOf(tx);
  const limit = affectedCountLimit + 1;
  const [counts] = await tx.rows<Affected>(sql`
    select
      (select count(*)::int from (select 1 from customer where provider_id = ${own}::uuid and reseller_id = ${resellerId}::uuid
        and relationship = 'active' limit ${limit}) shared) as customers,
      (select count(*)::int from (select 1 from subscription where provider_id = ${own}::uuid
        and reseller_of_record_id = ${resellerId}::uuid and status <> 'deleted' limit ${limit}) of_record) as subscriptions,
      (select count(*)::int from (select 1 from subscription where provider_id = ${own}::uuid
        and support_contact_id = ${resellerId}::uuid and status <> 'deleted' limit ${limit}) supported) as "supportContacts"`);
  return counts ?? { customers: 0, subscriptions: 0, supportContacts: 0 };
}

/** Who removed a partnership of the acting provider, by the activity log; nothing when the log does not say. */
export async function findRemover(
  tx: ScopedTx,
  partnershipId: string,
  at: Date,
): Promise<string | undefined> {
  const [record] = await tx.rows<{ name: string }>(sql`
    select actor_name as name from audit_record
    where organisation_id = ${scopeOf(tx)}::uuid and occurred_at between ${at}::timestamptz - interval '1 second' and ${at}::timestamptz + interval '1 second'
      and operation = 'partnership.remove' and outcome = 'succeeded' and resource_id = ${partnershipId} limit 1`);
  return record?.name;
}

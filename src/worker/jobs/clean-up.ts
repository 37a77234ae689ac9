import { actAs } from "#/db/act-as";
import { type Sql, sql } from "#/db/sql";
import type { SystemActor } from "#/domain/authorisation/actor";
import type { Runtime } from "#/platform/unit-of-work";

const actor: SystemActor = { kind: "system", job: "clean_up" };

/** Rows taken away in one transaction, so that no lock is held for long. */
const batchSize = 2_000;

/** Removes one batch of one kind of record that has served its time. */
const removals = {
  /** Answers to repeated forms are kept for 48 hours (architecture 3.10). */
  idempotency: sql`delete from idempotency_record where ctid = any (array(
    select ctid from idempotency_record where created_at < app_now() - interval '48 hours' limit ${batchSize}))`,
  /** Sessions are kept for a month after they ended, so that people can look back at them. */
  sessions: sql`delete from user_session where id = any (array(
    select id from user_session where least(expires_at, coalesce(revoked_at, 'infinity')) < app_now() - interval '30 days'
    limit ${batchSize}))`,
  rateLimits: sql`delete from rate_limit where key = any (array(
    select key from rate_limit where expire < extract(epoch from app_now()) * 1000 limit ${batchSize}))`,
  /** Drafts that were given to nobody and ran out a month ago. */
  drafts: sql`delete from partnership_invitation i where i.id = any (array(
    select id from partnership_invitation where sent_at is null and opened_at is null and acceptance_count = 0
      and expires_at < app_now() - interval '30 days' limit ${batchSize}))
    and not exists (select from partnership p where p.invitation_id = i.id)`,
} as const satisfies Record<string, Sql>;

/** How many records of each kind went. */
export type CleanUpReport = Readonly<Record<keyof typeof removals, number>>;

async function removeAll({ database, clock }: Runtime, removal: Sql, signal?: AbortSignal): Promise<number> {
  let removed = 0;
  for (let batch = batchSize; batch === batchSize && !signal?.aborted; removed += batch)
    batch = await actAs(database, actor, { readOnly: false, clock }, (unit) => unit.execute(removal));
  return removed;
}

/** Removes records that have served their time, in small batches. */
export async function cleanUp(host: Runtime, signal?: AbortSignal): Promise<CleanUpReport> {
  return {
    idempotency: await removeAll(host, removals.idempotency, signal),
    sessions: await removeAll(host, removals.sessions, signal),
    rateLimits: await removeAll(host, removals.rateLimits, signal),
    drafts: await removeAll(host, removals.drafts, signal),
  };
}

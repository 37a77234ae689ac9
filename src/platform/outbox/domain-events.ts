import type { Unit } from "#/db/act-as";
import { sql } from "#/db/sql";

/** Something that happened, as written with the change and taken by the relay. */
export type DomainEventRecord = {
  readonly id: string;
  readonly type: string;
  /** The organisation whose person caused it. */
  readonly organisationId: string;
  readonly subjectId: string | null;
  readonly data: unknown;
  readonly correlationId: string;
  readonly occurredAt: Date;
  /** Tries that failed so far. */
  readonly attempts: number;
};

/** Takes the oldest event whose time has come, until the transaction ends; events others hold are passed over. */
export async function takeNextEvent(unit: Unit): Promise<DomainEventRecord | undefined> {
  const [event] = await unit.rows<DomainEventRecord>(sql`
    select id, type, organisation_id as "organisationId", subject_id as "subjectId", data, correlation_id as "correlationId",
      occurred_at as "occurredAt", attempts
    from domain_event where relayed_at is null and next_attempt_at <= app_now()
    order by next_attempt_at, id limit 1 for update skip locked`);
  return event;
}

/** Marks the event as told. */
export async function markRelayed(unit: Unit, id: string): Promise<void> {
  await unit.execute(
    sql`update domain_event set relayed_at = app_now(), last_error = null where id = ${id}::uuid`,
  );
}

/** Counts a failed try, keeps why, and lets the event rest for a while. */
export async function postponeEvent(
  unit: Unit,
  id: string,
  reason: string,
  pauseSeconds: number,
): Promise<void> {
  await unit.execute(sql`
    update domain_event set attempts = attempts + 1, last_error = ${reason},
      next_attempt_at = app_now() + make_interval(secs => ${pauseSeconds}::float8)
    where id = ${id}::uuid and relayed_at is null`);
}

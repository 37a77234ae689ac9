import { actAs, type Unit } from "#/db/act-as";
import { type AuditEntry, type EmittedEvent, type QueuedMail, type ScopedTx, scopedTx } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import type { Actor } from "#/domain/authorisation/actor";
import type { Failure } from "#/domain/kernel/failure";
import { newId } from "#/domain/kernel/ids";
import type { Result } from "#/domain/kernel/result";
import { logger } from "./logger";
import type { CallContext, Runtime } from "./unit-of-work";

/** What a unit of work has to tell when it commits. */
export type UnitRecords = {
  readonly audit: AuditEntry[];
  readonly events: EmittedEvent[];
  readonly mails: QueuedMail[];
};

type Caller = Pick<ScopedTx, "actor" | "services" | "correlationId">;

/** A scoped transaction that gathers audit entries, events and mails until it closes. */
export function collectRecords(unit: Unit, caller: Caller): { tx: ScopedTx; records: UnitRecords } {
  const records: UnitRecords = { audit: [], events: [], mails: [] };
  const tx = scopedTx(unit, {
    ...caller,
    audit: (entry) => void records.audit.push(entry),
    emit: (event) => void records.events.push(event),
    mail: (mail) => void records.mails.push(mail),
  });
  return { tx, records };
}

type Closing = {
  readonly operation: string;
  readonly source: CallContext["source"];
  readonly key: string | undefined;
  readonly result: Result<unknown>;
};

function toJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? inner.toString() : inner));
}

function auditRow(
  actor: Actor,
  correlationId: string,
  operation: string,
  source: string,
  entry: AuditEntry | undefined,
  failure: Failure | undefined,
) {
  if (actor.kind !== "user") return undefined;
  return {
    id: newId(),
    organisation_id: actor.organisationId,
    actor_kind: actor.kind,
    actor_user_id: actor.userId,
    actor_name: actor.name,
    operation,
    outcome: failure ? "failed" : "succeeded",
    failure_code: failure ? ("code" in failure ? failure.code : failure.kind) : null,
    customer_id: entry?.customerId ?? null,
    resource_type: entry?.resourceType ?? null,
    resource_id: entry?.resourceId ?? null,
    before: entry?.before ?? null,
    after: entry?.after ?? null,
    source,
    correlation_id: correlationId,
  };
}

/**
 * Writes everything a change has to tell in one statement of its own transaction: at least one audit record (R160),
 * its events and mails, and the answer kept for a repeated key. Visitors and jobs have no organisation whose log this
 * could be; what they do is recorded where they do it.
 */
export async function closeUnit(tx: ScopedTx, records: UnitRecords, closing: Closing): Promise<void> {
  if (tx.actor.kind !== "user") return;
  const failure = closing.result.ok ? undefined : closing.result.failure;
  const entries = records.audit.length > 0 ? records.audit : [undefined];
  const audit = entries.map((entry) =>
    auditRow(tx.actor, tx.correlationId, closing.operation, closing.source, entry, failure),
  );
  const events = records.events.map((event) => ({
    id: newId(),
    type: event.type,
    subject_id: event.subjectId ?? null,
    data: event.data,
    correlation_id: tx.correlationId,
  }));
  const mails = records.mails.map((mail) => ({
    id: mail.id,
    subject_kind: mail.subjectKind,
    subject_id: mail.subjectId,
    recipient: mail.recipient,
    sealed_content: mail.sealedContent.toString("base64"),
  }));
  const answer = closing.result.ok ? toJson({ value: closing.result.value ?? null }) : null;
  const key = closing.result.ok ? (closing.key ?? null) : null;
  await tx.db
    .$executeRaw`select close_operation(${toJson(audit)}::jsonb, ${toJson(events)}::jsonb, ${toJson(mails)}::jsonb,
    ${closing.operation}, ${key}, ${answer}::jsonb)`;
}

/** Keeps a refusal in the activity log, in a transaction of its own, since the change's has rolled back. Never fails. */
export async function auditRefusal(
  host: Runtime,
  actor: Actor,
  operation: string,
  failure: Failure,
  context: CallContext,
): Promise<void> {
  if (actor.kind !== "user" || failure.kind === "invalid" || failure.kind === "unavailable") return;
  const row = auditRow(actor, context.correlationId, operation, context.source, undefined, failure);
  const write = (unit: Unit) =>
    unit.rows(
      sql`select close_operation(${toJson([row])}::jsonb, '[]'::jsonb, '[]'::jsonb, ${operation}, null, null)`,
    );
  try {
    await actAs(host.database, actor, { readOnly: false, clock: host.clock }, write);
  } catch (error) {
    logger.error(
      { operation, correlationId: context.correlationId, error },
      "a refusal could not be kept in the activity log",
    );
  }
}

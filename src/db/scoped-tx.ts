import type { Actor, UserActor } from "#/domain/authorisation/actor";
import type { Services } from "#/domain/operation";
import type { Unit } from "./act-as";

/** What the activity log keeps of a change: who it concerned and the changed values, secrets left out (R160). */
export type AuditEntry = {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly customerId?: string | null;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** Something that happened, to be told by the worker after the commit. */
export type EmittedEvent = {
  readonly type: string;
  readonly subjectId?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** A mail to send after the commit; its content waits sealed. */
export type QueuedMail = {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly recipient: string;
  readonly sealedContent: Buffer;
};

/**
 * One unit of work that acts as one actor in PostgreSQL: row-level security sees the actor's organisation, and what is
 * recorded here commits with the change or not at all. Only `run-operation` and `run-query` make one.
 */
export type ScopedTx = Unit & {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly services: Services;
  /** Adds to the activity log of the acting organisation. */
  readonly audit: (entry: AuditEntry) => void;
  readonly emit: (event: EmittedEvent) => void;
  readonly mail: (mail: QueuedMail) => void;
};

/** Joins a unit of work with who acts and what it records; Prisma stays lazy. */
export function scopedTx(unit: Unit, rest: Omit<ScopedTx, keyof Unit>): ScopedTx {
  return {
    ...rest,
    now: unit.now,
    get db() {
      return unit.db;
    },
    rows: unit.rows,
    execute: unit.execute,
  };
}

/** The acting organisation: where every query's scope begins. Throws for actors without one; such operations never ask. */
export function scopeOf(tx: ScopedTx): string {
  return userOf(tx).organisationId;
}

/** The acting person; throws for visitors and jobs, whose operations never ask. */
export function userOf(tx: ScopedTx): UserActor {
  if (tx.actor.kind !== "user") throw new Error(`no person acts in this unit of work (${tx.actor.kind})`);
  return tx.actor;
}

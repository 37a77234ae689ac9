import { actAs, type Unit } from "#/db/act-as";
import { toDatabaseFailure } from "#/db/database-failure";
import type { SystemActor } from "#/domain/authorisation/actor";
import type { Services } from "#/domain/operation";
import { backoffSeconds } from "../backoff";
import { logger } from "../logger";
import type { Runtime } from "../unit-of-work";
import { type DomainEventRecord, markRelayed, postponeEvent, takeNextEvent } from "./domain-events";

const actor: SystemActor = { kind: "system", job: "relay_events" };

/** Events that cannot be told are tried again for ever, at least so often, in seconds. */
const pauses = { firstSeconds: 5, longestSeconds: 900 };

/** What a consumer works with: the relay's own transaction, seen by PostgreSQL as the system. */
export type ConsumerTx = { readonly unit: Unit; readonly services: Services };

/**
 * Tells an event: writes notices and queued mails through the transaction and nothing else. It commits together with
 * the mark that the event is told, so its effect happens once; whatever it throws undoes it and is tried again.
 */
export type EventConsumer = (tx: ConsumerTx, event: DomainEventRecord) => Promise<void>;

/** The consumer of every event there is; `silent` says that nobody is to be told. */
export type ConsumerRegistry = Readonly<Record<string, EventConsumer | "silent">>;

/** What one sweep did. */
export type RelayReport = { readonly relayed: number; readonly postponed: number };

class ConsumerFailure extends Error {
  constructor(
    readonly event: DomainEventRecord,
    override readonly cause: unknown,
  ) {
    super("an event could not be told");
  }
}

async function relayOne(host: Runtime, consumers: ConsumerRegistry): Promise<boolean> {
  return actAs(host.database, actor, { readOnly: false, clock: host.clock }, async (unit) => {
    const event = await takeNextEvent(unit);
    if (!event) return false;
    try {
      const consumer = consumers[event.type];
      if (consumer === undefined) throw new Error(`nobody knows how to tell the event ${event.type}`);
      if (consumer !== "silent") await consumer({ unit, services: host.services }, event);
      await markRelayed(unit, event.id);
    } catch (cause) {
      throw new ConsumerFailure(event, cause);
    }
    return true;
  });
}

async function postpone(host: Runtime, { event, cause }: ConsumerFailure): Promise<void> {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const pauseSeconds = backoffSeconds(event.attempts + 1, pauses);
  logger.error(
    {
      event: event.id,
      type: event.type,
      correlationId: event.correlationId,
      attempts: event.attempts + 1,
      reason,
    },
    "an event could not be told",
  );
  await actAs(host.database, actor, { readOnly: false, clock: host.clock }, (unit) =>
    postponeEvent(unit, event.id, reason.replaceAll("\u0000", "").slice(0, 500), pauseSeconds),
  );
}

/**
 * Tells every event that is due, each in a transaction of its own, oldest first. Several workers may do so at once: an
 * event is taken by one of them. One that fails is undone, kept with the reason and tried again later, without holding
 * up others. Throws when the database is away; nothing is lost then.
 */
export async function relayEvents(
  host: Runtime,
  consumers: ConsumerRegistry,
  signal?: AbortSignal,
): Promise<RelayReport> {
  let relayed = 0;
  let postponed = 0;
  while (!signal?.aborted) {
    try {
      if (!(await relayOne(host, consumers))) break;
      relayed += 1;
    } catch (error) {
      if (!(error instanceof ConsumerFailure)) throw error;
      if (toDatabaseFailure(error.cause).kind === "unavailable") throw error.cause;
      await postpone(host, error);
      postponed += 1;
    }
  }
  return { relayed, postponed };
}

import type { z } from "zod";
import { actAs } from "#/db/act-as";
import { toDatabaseFailure } from "#/db/database-failure";
import { sql } from "#/db/sql";
import type { Actor } from "#/domain/authorisation/actor";
import { conflict, type Failure } from "#/domain/kernel/failure";
import { failed, type Result } from "#/domain/kernel/result";
import type { Operation } from "#/domain/operation";
import { fingerprintOf } from "./crypto/services";
import { logger } from "./logger";
import { type CallContext, problemsOf, type Runtime, refusalOf, runtime } from "./unit-of-work";
import { auditRefusal, closeUnit, collectRecords } from "./unit-records";

const triesInAll = 4;

class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super("rolled back");
  }
}

type Claim = { claimed: boolean; same_input: boolean | null; stored: { value: unknown } | null };

function hashOf(input: unknown): Buffer {
  const text = JSON.stringify(input, (_, value) => (typeof value === "bigint" ? value.toString() : value));
  return fingerprintOf(text ?? "");
}

/**
 * Runs a change as the actor: authorises, parses, then in one transaction claims the idempotency key, runs the
 * operation and writes audit, events, mails and the answer (architecture 3.8–3.10). A failure rolls everything back,
 * unless the operation says otherwise, and is kept in the activity log. Serialisation failures are tried again. A
 * repeated key gives the first answer, with secrets gone (R49, R11); operations that keep what they wrote on failure
 * claim no key and must be harmless when repeated.
 */
export async function runOperation<Schema extends z.ZodType, Output, Prepared>(
  operation: Operation<Schema, Output, Prepared>,
  actor: Actor,
  rawInput: z.input<Schema>,
  context: CallContext,
  host: Runtime = runtime(),
): Promise<Result<Output>> {
  const refusal = refusalOf(actor, operation.access);
  if (refusal) return refuse(operation.name, actor, refusal, context, host);
  const parsed = operation.input.safeParse(rawInput);
  if (!parsed.success) return failed({ kind: "invalid", problems: problemsOf(parsed.error) });
  const prepared = (await operation.prepare?.(host.services, parsed.data, actor)) as Prepared;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(operation, actor, parsed.data, prepared, context, host);
    } catch (error) {
      if (error instanceof RolledBack) return refuse(operation.name, actor, error.failure, context, host);
      const failure = toDatabaseFailure(error).kind;
      if (failure === "retry" && attempt < triesInAll) continue;
      if (failure === "retry") return failed(conflict("conflict.busy").failure);
      if (failure === "unavailable" || failure === "busy")
        return failed({ kind: "unavailable", retryAfterSeconds: 5 });
      throw error;
    }
  }
}

async function attemptOnce<Schema extends z.ZodType, Output, Prepared>(
  operation: Operation<Schema, Output, Prepared>,
  actor: Actor,
  input: z.output<Schema>,
  prepared: Prepared,
  context: CallContext,
  { database, services, clock }: Runtime,
): Promise<Result<Output>> {
  return actAs(database, actor, { readOnly: false, clock }, async (unit) => {
    const claims = actor.kind === "user" && operation.commitOn === "success";
    const key = claims ? context.idempotencyKey : undefined;
    if (key !== undefined) {
      const claimSql = sql`select * from claim_idempotency(${operation.name}, ${key}, ${hashOf(input)})`;
      const [claim] = await unit.rows<Claim>(claimSql, "claim-idempotency");
      if (claim && !claim.claimed) {
        if (claim.same_input !== true) throw new RolledBack(conflict("conflict.key_reused").failure);
        if (claim.stored) return { ok: true, value: claim.stored.value as Output };
        throw new RolledBack(conflict("conflict.busy").failure);
      }
    }
    const { tx, records } = collectRecords(unit, { actor, services, correlationId: context.correlationId });
    const result = await operation.run(tx, input, prepared);
    if (!result.ok && operation.commitOn === "success") throw new RolledBack(result.failure);
    await closeUnit(tx, records, { operation: operation.name, source: context.source, key, result });
    return result;
  });
}

async function refuse(
  operation: string,
  actor: Actor,
  failure: Failure,
  context: CallContext,
  host: Runtime,
): Promise<{ readonly ok: false; readonly failure: Failure }> {
  logger.info(
    {
      operation,
      failure: failure.kind,
      code: "code" in failure ? failure.code : undefined,
      correlationId: context.correlationId,
    },
    "refused",
  );
  await auditRefusal(host, actor, operation, failure, context);
  return failed(failure);
}

import type { z } from "zod";
import { actAs } from "#/db/act-as";
import { toDatabaseFailure } from "#/db/database-failure";
import { scopedTx } from "#/db/scoped-tx";
import type { Actor } from "#/domain/authorisation/actor";
import { failed, type Result } from "#/domain/kernel/result";
import type { Query } from "#/domain/operation";
import { type CallContext, problemsOf, type Runtime, refusalOf, runtime } from "./unit-of-work";

function nothingIsWritten(): never {
  throw new Error("a query writes nothing");
}

/**
 * Runs a read as the actor, in one read-only transaction. Answers with a failure when the actor may not, the input is
 * not well formed, or the database is away; throws only for what nobody foresaw.
 */
export async function runQuery<Schema extends z.ZodType, Output>(
  query: Query<Schema, Output>,
  actor: Actor,
  rawInput: z.input<Schema>,
  context: CallContext,
  { database, services, clock }: Runtime = runtime(),
): Promise<Result<Output>> {
  const refusal = refusalOf(actor, query.access);
  if (refusal) return failed(refusal);
  const parsed = query.input.safeParse(rawInput);
  if (!parsed.success) return failed({ kind: "invalid", problems: problemsOf(parsed.error) });
  try {
    return await actAs(database, actor, { readOnly: true, clock }, (unit) =>
      query.run(
        scopedTx(unit, {
          actor,
          services,
          correlationId: context.correlationId,
          audit: nothingIsWritten,
          emit: nothingIsWritten,
          mail: nothingIsWritten,
        }),
        parsed.data,
      ),
    );
  } catch (error) {
    const failure = toDatabaseFailure(error).kind;
    if (failure === "unavailable" || failure === "busy")
      return failed({ kind: "unavailable", retryAfterSeconds: 5 });
    throw error;
  }
}

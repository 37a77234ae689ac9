import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "#/domain/authorisation/actor";
import type { Failure } from "#/domain/kernel/failure";
import type { Result } from "#/domain/kernel/result";
import type { Operation, Query } from "#/domain/operation";
import { runOperation } from "#/platform/run-operation";
import { runQuery } from "#/platform/run-query";
import type { CallContext } from "#/platform/unit-of-work";
import { runtime } from "./runtime";

type CallOptions = {
  readonly key?: string;
  readonly source?: CallContext["source"];
  readonly correlationId?: string;
};

/** Runs an operation as the actor, as a page would; with a key, as a form that may be sent twice. */
export function runAs<Schema extends z.ZodType, Output, Prepared>(
  actor: Actor,
  operation: Operation<Schema, Output, Prepared>,
  input: z.input<Schema>,
  options: CallOptions = {},
): Promise<Result<Output>> {
  return runOperation(operation, actor, input, callOf(options), runtime);
}

/** Runs a query as the actor. */
export function queryAs<Schema extends z.ZodType, Output>(
  actor: Actor,
  query: Query<Schema, Output>,
  input: z.input<Schema>,
): Promise<Result<Output>> {
  return runQuery(query, actor, input, callOf({}), runtime);
}

function callOf({ key, source, correlationId }: CallOptions): CallContext {
  return {
    correlationId: correlationId ?? randomUUID(),
    source: source ?? "page",
    ...(key !== undefined && { idempotencyKey: key }),
  };
}

/** The value of a success; fails the test with the refusal when it was none. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The failure of a refusal; fails the test when it succeeded. */
export function failureIn(result: Result<unknown>): Failure {
  if (result.ok) throw new Error(`succeeded with ${JSON.stringify(result.value)}`);
  return result.failure;
}

/** The code of a refusal, or its kind where it has none; for a bad input the codes of its fields, such as `name:text.required`. */
export function refusalCodeIn(result: Result<unknown>): string {
  const failure = failureIn(result);
  if (failure.kind === "invalid")
    return failure.problems.map(({ field, code }) => `${field}:${code}`).join(" ");
  return "code" in failure ? failure.code : failure.kind;
}

import type { Pool } from "pg";
import { openGate, resolveSession } from "#/db/gate";
import { env } from "./env";
import { logger } from "./logger";

/** How long a success vouches for the database, in milliseconds. */
const freshFor = 2_000;
const probeTimeout = 1_500;

type Health = { lastSuccess: number; gate: Pool | undefined; probing: Promise<boolean> | undefined };
const kept = globalThis as { twotierHealth?: Health };
kept.twotierHealth ??= { lastSuccess: 0, gate: undefined, probing: undefined };
const health = kept.twotierHealth;

/** Called when a connection breaks: the next request looks before it leaps. */
export function noteConnectionLost(error: Error): void {
  health.lastSuccess = 0;
  logger.warn({ reason: error.message }, "a database connection was lost");
}

/** The process's gate pool, made at the first use. */
export function gate(): Pool {
  health.gate ??= openGate({
    url: env().APP_DATABASE_URL,
    poolSize: 5,
    onConnectionLost: noteConnectionLost,
  });
  return health.gate;
}

async function probe(): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), probeTimeout).unref());
  const answer = gate()
    .query("select 1")
    .then(
      () => true,
      () => false,
    );
  const reachable = await Promise.race([answer, timeout]);
  if (reachable) noteDatabaseAnswered();
  return reachable;
}

/** Called after any successful round trip; saves the next probe. */
export function noteDatabaseAnswered(): void {
  health.lastSuccess = Date.now();
}

/** Whether the database answers: true without a question when it just did, else one shared probe. */
export function databaseAnswers(): Promise<boolean> {
  if (Date.now() - health.lastSuccess < freshFor) return Promise.resolve(true);
  health.probing ??= probe().finally(() => {
    health.probing = undefined;
  });
  return health.probing;
}

/** Whether the database answers now and knows the portal's own functions, which the last migration brings. */
export async function databaseIsReady(): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), probeTimeout).unref());
  const answer = resolveSession(gate(), "00000000-0000-0000-0000-000000000000", 1).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, timeout]);
}

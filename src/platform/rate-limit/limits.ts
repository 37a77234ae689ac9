import { createHash } from "node:crypto";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import { wasLetInFrom } from "#/db/gate";
import type { Actor } from "#/domain/authorisation/actor";
import type { Failure } from "#/domain/kernel/failure";
import { gate } from "../database-health";
import { env } from "../env";

const kept = globalThis as { twotierLimiters?: Map<string, RateLimiterAbstract> };
kept.twotierLimiters ??= new Map();
const limiters = kept.twotierLimiters;

type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

/** How often signing in may be tried; kept in the database, so limits survive restarts and hold over processes (S10). */
const limits = {
  signInByAccount: { name: "sign-in-account", points: 10, seconds: 900 },
  signInByAddress: { name: "sign-in-address", points: 30, seconds: 60 },
  /** Wherever the tries come from; addresses from which the person was let in before do not count. */
  signInEverywhere: { name: "sign-in-everywhere", points: 100, seconds: 86_400 },
  /** Proving the present password inside a session. */
  passwordProof: { name: "password-proof", points: 10, seconds: 900 },
} as const satisfies Record<string, Limit>;

function limiter({ name, points, seconds }: Limit): RateLimiterAbstract {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: gate(),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points + 1,
  });
  limiters.set(name, made);
  return made;
}

/** Actions are limited per process and in memory: this guards the machine against one busy client, not a secret. */
function actionLimiter(): RateLimiterAbstract {
  const known = limiters.get("action");
  if (known) return known;
  const made = new RateLimiterMemory({ points: env().ACTIONS_PER_MINUTE, duration: 60 });
  limiters.set("action", made);
  return made;
}

async function take(from: RateLimiterAbstract, key: string): Promise<Failure | undefined> {
  try {
    await from.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return { kind: "rate_limited", retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    }
    throw refusal;
  }
}

/** Takes one action from the person's or the address's allowance; a failure when it is used up. */
export function takeFromActionLimit(actor: Actor, address: string): Promise<Failure | undefined> {
  return take(actionLimiter(), actor.kind === "user" ? actor.userId : address);
}

/** A key of fixed length, whatever a request brings: names and addresses can be longer than the column. */
function keyOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/**
 * Takes one try to sign in from the allowance of the address, of the account at that address, and of the account as a whole.
 * Guessing from many addresses cannot lock out the owner: where the person was let in before, the last one does not count.
 */
export async function takeFromSignInLimits(
  signInName: string,
  address: string,
): Promise<Failure | undefined> {
  const refused =
    (await take(limiter(limits.signInByAddress), keyOf(address))) ??
    (await take(limiter(limits.signInByAccount), keyOf(signInName, address)));
  if (refused) return refused;
  const exhausted = await take(limiter(limits.signInEverywhere), keyOf(signInName));
  return exhausted && !(await wasLetInFrom(gate(), signInName, address)) ? exhausted : undefined;
}

/** Gives back the account's allowances after a success. */
export async function clearSignInLimit(signInName: string, address: string): Promise<void> {
  await limiter(limits.signInByAccount).delete(keyOf(signInName, address));
  await limiter(limits.signInEverywhere).delete(keyOf(signInName));
}

/** Takes one try to prove the present password of a signed-in person. */
export function takeFromPasswordProofs(signInName: string): Promise<Failure | undefined> {
  return take(limiter(limits.passwordProof), keyOf(signInName));
}

/** Gives back the tries after the right password. */
export async function clearPasswordProofs(signInName: string): Promise<void> {
  await limiter(limits.passwordProof).delete(keyOf(signInName));
}

import "server-only";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
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

/** Takes one try to sign in from the address's and the account's allowance at that address. */
export async function takeFromSignInLimits(
  signInName: string,
  address: string,
): Promise<Failure | undefined> {
  return (
    (await take(limiter(limits.signInByAddress), address)) ??
    (await take(limiter(limits.signInByAccount), `${signInName} ${address}`))
  );
}

/** Gives back the account's allowance after a success. */
export async function clearSignInLimit(signInName: string, address: string): Promise<void> {
  await limiter(limits.signInByAccount).delete(`${signInName} ${address}`);
}

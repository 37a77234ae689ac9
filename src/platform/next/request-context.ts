import "server-only";
import { headers } from "next/headers";
import { env } from "../env";
import type { CallContext } from "../unit-of-work";

/** What operations learn of the request that calls them. */
export async function requestContext(idempotencyKey?: string): Promise<CallContext> {
  const correlationId = (await headers()).get("x-request-id") ?? crypto.randomUUID();
  return { correlationId, source: "page", idempotencyKey };
}

/**
 * The client's address, for rate limits and the list of own sessions: the entry that the configured number of trusted
 * proxies vouches for. Forged entries in front of it count for nothing (S10).
 */
export async function clientAddress(): Promise<string> {
  const forwarded =
    (await headers())
      .get("x-forwarded-for")
      ?.split(",")
      .map((entry) => entry.trim()) ?? [];
  return forwarded.at(-env().TRUSTED_PROXY_HOPS || -1) ?? "unknown";
}

import "server-only";
import { headers } from "next/headers";
import type { CallContext } from "../unit-of-work";
import { addressAmong } from "./client-address";

/** What operations learn of the request that calls them. */
export async function requestContext(idempotencyKey?: string): Promise<CallContext> {
  const correlationId = (await headers()).get("x-request-id") ?? crypto.randomUUID();
  return { correlationId, source: "page", idempotencyKey };
}

/** The address this request comes from, as far as it can be believed. */
export async function clientAddress(): Promise<string> {
  return addressAmong(await headers());
}

/** The browser's name for itself. */
export async function userAgent(): Promise<string> {
  return (await headers()).get("user-agent") ?? "";
}

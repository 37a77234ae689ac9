import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const requestStarts = "http.server.request.start";

/** Told before the server's own handlers see the request. */
function forget(message: unknown): void {
  const { request } = message as { readonly request: IncomingMessage };
  delete request.headers["x-forwarded-for"];
  delete request.headers["x-real-ip"];
}

/**
 * Makes every HTTP server of this process forget where a request says it comes from, so that Next.js puts the address of the
 * connection there, which nobody can choose. For portals without a proxy in front: Next.js keeps a header it is given, and
 * whoever wrote a new one for each try would never meet a limit (S10). Gives back a way to end it.
 */
export function forgetForwardedAddresses(): () => void {
  subscribe(requestStarts, forget);
  return () => void unsubscribe(requestStarts, forget);
}

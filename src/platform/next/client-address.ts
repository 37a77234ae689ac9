import { env } from "../env";

/**
 * The client's address, for rate limits and the list of own sessions: the entry that the configured number of trusted
 * proxies vouches for, else the one the server itself saw, since without a proxy whatever a request brings along is forgotten
 * (`forgetForwardedAddresses`). Forged entries in front count for nothing (S10).
 */
export function addressAmong(headers: Headers): string {
  const entries = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.at(-Math.max(1, env().TRUSTED_PROXY_HOPS)) ?? "unknown";
}

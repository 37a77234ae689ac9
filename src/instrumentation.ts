/**
 * Runs once when the server starts: a process with a missing or weak setting ends here, before it answers anybody (S21), and
 * without a proxy in front nobody's word for an address counts (S10).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./platform/env");
  if (env().TRUSTED_PROXY_HOPS > 0) return;
  const { forgetForwardedAddresses } = await import("./platform/next/forwarded-headers");
  forgetForwardedAddresses();
}

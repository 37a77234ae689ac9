/** How long to wait between tries: the first pause, and the longest, in seconds. */
export type BackoffLimits = { readonly firstSeconds: number; readonly longestSeconds: number };

/**
 * The pause before the next try, in seconds: doubled with every failed one up to the longest, then shortened by chance
 * by up to half, so that many things that failed together are not tried again together.
 */
export function backoffSeconds(
  failedAttempts: number,
  { firstSeconds, longestSeconds }: BackoffLimits,
  chance: () => number = Math.random,
): number {
  const doubled = firstSeconds * 2 ** Math.min(Math.max(failedAttempts - 1, 0), 30);
  return Math.min(doubled, longestSeconds) * (1 - chance() / 2);
}

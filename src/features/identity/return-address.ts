/**
 * The address to go to after signing in: a path inside the portal, or its first page when the given one leads elsewhere
 * (other hosts, protocol-relative addresses, back-slashes, control characters).
 */
export function safeReturnAddress(given: unknown): string {
  if (typeof given !== "string" || given.length > 2_000) return "/";
  if (
    !/^\/(?![/\\])/.test(given) ||
    /[\\\s]/.test(given) ||
    [...given].some((character) => character.charCodeAt(0) < 33)
  )
    return "/";
  return given.startsWith("/api/") || given.startsWith("/sign-in") ? "/" : given;
}

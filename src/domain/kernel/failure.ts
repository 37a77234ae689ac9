import type { FieldProblem } from "./field-problem";
import { failed } from "./result";

/** Values a message may be filled with: plain text, numbers and ISO instants, never secrets. */
export type FailureParams = Readonly<Record<string, string | number>>;

/**
 * Everything an operation may answer instead of a value. `code` is a message key (`failures.<code>`) and, where the
 * real platform has one, `number` is its number (Appendix B).
 */
export type Failure =
  | { readonly kind: "unauthenticated" }
  | { readonly kind: "forbidden"; readonly code: string; readonly params?: FailureParams }
  | { readonly kind: "not_found" }
  | { readonly kind: "invalid"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "conflict"; readonly code: string; readonly params?: FailureParams }
  | { readonly kind: "rejected"; readonly code: string; readonly params?: FailureParams }
  | { readonly kind: "rate_limited"; readonly retryAfterSeconds: number }
  | { readonly kind: "unavailable"; readonly retryAfterSeconds: number };

/** The HTTP status that tells each kind of failure. */
export const httpStatusOf = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  rejected: 409,
  rate_limited: 429,
  unavailable: 503,
} as const satisfies Record<Failure["kind"], number>;

/** The caller may not see the thing or it is not there; the two are told alike (R1, R2). */
export function notFound() {
  return failed({ kind: "not_found" } as const);
}

/** The input has problems, each with its field and a message key. */
export function invalid(...problems: readonly FieldProblem[]) {
  return failed({ kind: "invalid", problems } as const);
}

/** A business rule says no. */
export function rejected(code: string, params?: FailureParams) {
  return failed({ kind: "rejected", code, ...(params && { params }) } as const);
}

/** Somebody or something was quicker: stale version, duplicate, key used for something else (2055). */
export function conflict(code: string, params?: FailureParams) {
  return failed({ kind: "conflict", code, ...(params && { params }) } as const);
}

/** The actor's roles or capacity do not allow it. */
export function forbidden(code: string, params?: FailureParams) {
  return failed({ kind: "forbidden", code, ...(params && { params }) } as const);
}

import type { z } from "zod";
import { type Database, openDatabase } from "#/db/client";
import type { Actor } from "#/domain/authorisation/actor";
import { can, rolesThatMay } from "#/domain/authorisation/authorise";
import { type Failure, forbidden } from "#/domain/kernel/failure";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Access, Services } from "#/domain/operation";
import { provePassword } from "./auth/prove-password";
import { services } from "./crypto/services";
import { noteConnectionLost } from "./database-health";
import { env } from "./env";

/** Everything a unit of work needs besides the actor and the input. */
export type Runtime = {
  readonly database: Database;
  readonly services: Services;
  /** Only tests set it: the one clock of a unit of work. */
  readonly clock?: Date | undefined;
};

/** What one call brings along: its correlation id, where it came from, and the form's idempotency key. */
export type CallContext = {
  readonly correlationId: string;
  readonly source: "page" | "csv" | "job" | "command" | "api";
  readonly idempotencyKey?: string | undefined;
};

const kept = globalThis as { twotierRuntime?: Runtime };

/** The runtime of this process: one pool, made at the first use. */
export function runtime(): Runtime {
  kept.twotierRuntime ??= {
    database: openDatabase({
      url: env().APP_DATABASE_URL,
      poolSize: env().DATABASE_POOL_SIZE,
      onConnectionLost: noteConnectionLost,
    }),
    services: { ...services, provePassword },
  };
  return kept.twotierRuntime;
}

/**
 * The refusal for an actor without the capability, naming the roles that have it; nothing when it may go on. Whoever has a
 * temporary password may only care for the own account, whichever page, form or question asks (R11).
 */
export function refusalOf(actor: Actor, access: Access): Failure | undefined {
  if (typeof access === "object") return undefined;
  if (actor.kind === "visitor") return { kind: "unauthenticated" };
  if (actor.kind === "user" && actor.mustChangePassword && access !== "own_account.manage")
    return forbidden("access.password_change_needed").failure;
  if (can(actor, access)) return undefined;
  const roles = actor.kind === "user" ? rolesThatMay(actor.organisationKind, access) : [];
  if (roles.length === 0) return forbidden("access.organisation_kind").failure;
  return forbidden("access.role_missing", { roles: roles.join(",") }).failure;
}

const codeOfIssue: Readonly<Record<string, string>> = {
  too_big: "field.too_big",
  too_small: "field.too_small",
  invalid_type: "field.required",
  unrecognized_keys: "field.unknown",
};

/** Turns what zod found into problems of fields; a schema's own message is taken as the code when it is one. */
export function problemsOf(error: z.ZodError): readonly FieldProblem[] {
  return error.issues.map((issue) => {
    const own = /^[a-z_]+(\.[a-z_0-9]+)+$/.test(issue.message) ? issue.message : undefined;
    const limit =
      "maximum" in issue ? Number(issue.maximum) : "minimum" in issue ? Number(issue.minimum) : undefined;
    return {
      field: [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])].join("."),
      code: own ?? codeOfIssue[issue.code] ?? "field.invalid",
      ...(limit !== undefined && { params: { limit } }),
    };
  });
}

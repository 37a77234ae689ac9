import type { Pool } from "pg";
import type { OrganisationKind, Role } from "#/domain/authorisation/roles";
import { type DatabaseOptions, openPool } from "./client";

/** A session that holds, with what a request needs to know of its person and organisation. */
export type SessionRecord = {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly signInName: string;
  readonly mustChangePassword: boolean;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly theme: string | null;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly companyName: string;
  readonly country: string;
  readonly currency: string;
  readonly programStatus: string;
  readonly roles: readonly Role[];
  readonly organisationCount: number;
  readonly unreadCount: number;
  /** More than a minute has passed since the session was last noted as in use. */
  readonly isStale: boolean;
};

const resolveSessionSql = {
  name: "resolve-session",
  text: `select user_id as "userId", first_name as "firstName", last_name as "lastName", sign_in_name as "signInName",
    must_change_password as "mustChangePassword", language, coalesce(time_zone, organisation_time_zone) as "timeZone", theme,
    organisation_id as "organisationId", organisation_kind as "organisationKind", company_name as "companyName", country, currency,
    program_status as "programStatus", roles, organisation_count::int as "organisationCount", unread_count::int as "unreadCount",
    is_stale as "isStale"
    from resolve_session($1, $2)`,
};

/**
 * The pool asked before anybody is known. Its connections act as `acting_visitor` from their first byte: they can look up
 * one session by its id and keep the rate limiter's counters, nothing else.
 */
export function openGate(options: DatabaseOptions): Pool {
  return openPool(options, "-c role=acting_visitor");
}

/** The session with this id, or nothing when it was revoked, expired, idle too long, or its person or role is gone (R7). */
export async function resolveSession(
  gate: Pool,
  sessionId: string,
  idleMinutes: number,
): Promise<SessionRecord | undefined> {
  const { rows } = await gate.query<SessionRecord>({
    ...resolveSessionSql,
    values: [sessionId, idleMinutes],
  });
  return rows[0];
}

/** Notes that a session is in use; writes at most once a minute. */
export async function touchSession(gate: Pool, sessionId: string): Promise<void> {
  await gate.query("select touch_session($1)", [sessionId]);
}

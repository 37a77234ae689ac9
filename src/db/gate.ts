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
  // The rate limiter keeps instants in bigint columns and calculates with numbers.
  return openPool(options, { startupOptions: "-c role=acting_visitor", bigintAsText: true });
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

/** The account behind a sign-in name, for the password check. */
export type SignInCandidate = {
  readonly userId: string;
  readonly passwordHash: string | null;
  readonly status: "active" | "disabled";
  readonly organisationId: string | null;
};

/** Finds the account of a sign-in name, or nothing. */
export async function findSignIn(gate: Pool, signInName: string): Promise<SignInCandidate | undefined> {
  const { rows } = await gate.query<SignInCandidate>(
    `select user_id as "userId", password_hash as "passwordHash", status, organisation_id as "organisationId" from find_sign_in($1)`,
    [signInName],
  );
  return rows[0];
}

/** Whether this person opened a session from this address in the last 30 days; for limits that must not lock out the owner. */
export async function wasLetInFrom(gate: Pool, signInName: string, address: string): Promise<boolean> {
  if (signInName.includes("\0")) return false;
  const { rows } = await gate.query<{ known: boolean }>("select was_let_in_from($1, $2) as known", [
    signInName,
    address,
  ]);
  return rows[0]?.known === true;
}

/** A session to open, with its life in minutes. */
export type NewSession = {
  readonly sessionId: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly lifetime: number;
  readonly userAgent: string;
  readonly address: string;
};

/** Opens a session; false when the person is not an active member of that organisation. */
export async function openSession(gate: Pool, session: NewSession): Promise<boolean> {
  const { sessionId, userId, organisationId, lifetime, userAgent, address } = session;
  const { rows } = await gate.query<{ opened: boolean }>(
    "select open_session($1, $2, $3, $4, $5, $6) as opened",
    [sessionId, userId, organisationId, lifetime, userAgent, address],
  );
  return rows[0]?.opened === true;
}

import "server-only";
import { randomUUID } from "node:crypto";
import { findSignIn, openSession } from "#/db/gate";
import { verifyPassword } from "../crypto/services";
import { gate } from "../database-health";
import { env } from "../env";
import { logger } from "../logger";
import { clearSignInLimit, takeFromSignInLimits } from "../rate-limit/limits";

/** Where a sign-in comes from; shown to its owner in the list of sessions. */
export type SignInOrigin = { readonly address: string; readonly userAgent: string };

/** How a try to sign in ended. Wrong name, wrong password and a closed account are told alike (S9). */
export type SignInOutcome =
  | { readonly ok: true; readonly sessionId: string }
  | { readonly ok: false; readonly reason: "refused" | "too_many_tries" };

/**
 * Opens a session for a sign-in name and password. Takes as long for an unknown name as for a known one; tries are
 * limited per address, per account and address, and per account wherever they come from, whatever their outcome (S9, S10).
 */
export async function signInWithPassword(
  name: string,
  password: string,
  origin: SignInOrigin,
): Promise<SignInOutcome> {
  const signInName = name.normalize("NFKC").trim().toLowerCase().slice(0, 254);
  if (await takeFromSignInLimits(signInName, origin.address)) return { ok: false, reason: "too_many_tries" };
  // No name holds such a character, and the database could not even be asked for one.
  const found = signInName.includes("\0") ? undefined : await findSignIn(gate(), signInName);
  const matches = await verifyPassword(found?.passwordHash, password.slice(0, 1_000));
  if (!matches || !found?.organisationId || found.status !== "active") {
    logger.info({ address: origin.address }, "sign-in refused");
    return { ok: false, reason: "refused" };
  }
  const sessionId = await startSession(found.userId, found.organisationId, origin);
  if (!sessionId) return { ok: false, reason: "refused" };
  await clearSignInLimit(signInName, origin.address);
  return { ok: true, sessionId };
}

/** Opens a session for a person who has proven who they are; nothing when the person may not enter that organisation. */
export async function startSession(
  userId: string,
  organisationId: string,
  origin: SignInOrigin,
): Promise<string | undefined> {
  const sessionId = randomUUID();
  const lifetime = env().SESSION_LIFETIME_MINUTES;
  const opened = await openSession(gate(), { sessionId, userId, organisationId, lifetime, ...origin });
  return opened ? sessionId : undefined;
}

import { findSignIn } from "#/db/gate";
import { ok, type Result } from "#/domain/kernel/result";
import { verifyPassword } from "../crypto/services";
import { gate } from "../database-health";
import { clearPasswordProofs, takeFromPasswordProofs } from "../rate-limit/limits";

/**
 * Whether the password is the one of this sign-in name; asked before a person changes it. Refused after ten wrong ones in a
 * quarter of an hour, so that a session somebody left open is no place to guess (S10).
 */
export async function provePassword(signInName: string, password: string): Promise<Result<boolean>> {
  const limited = await takeFromPasswordProofs(signInName);
  if (limited) return { ok: false, failure: limited };
  const found = await findSignIn(gate(), signInName);
  const proven = await verifyPassword(found?.passwordHash, password.slice(0, 1_000));
  if (proven) await clearPasswordProofs(signInName);
  return ok(proven);
}

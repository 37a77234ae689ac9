import { findSignIn } from "#/db/gate";
import { verifyPassword } from "../crypto/services";
import { gate } from "../database-health";

/** Whether the password is the one of this sign-in name; asked before a person changes it. */
export async function provePassword(signInName: string, password: string): Promise<boolean> {
  const found = await findSignIn(gate(), signInName);
  return verifyPassword(found?.passwordHash, password.slice(0, 1_000));
}

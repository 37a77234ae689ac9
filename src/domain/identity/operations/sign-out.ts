import { z } from "zod";
import { userOf } from "#/db/scoped-tx";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";

/** Ends the actor's own session, or all of the person's sessions, at once (R7). Harmless when repeated. */
export const signOut = defineOperation({
  name: "identity.sign_out",
  access: "own_account.manage",
  input: z.strictObject({ everywhere: z.boolean() }),
  run: async (tx, { everywhere }) => {
    const person = userOf(tx);
    const ended = everywhere
      ? await tx.db
          .$executeRaw`update user_session set revoked_at = ${tx.now} where user_id = ${person.userId}::uuid and revoked_at is null`
      : await tx.db
          .$executeRaw`update user_session set revoked_at = ${tx.now} where id = ${person.sessionId}::uuid and revoked_at is null`;
    tx.audit({ resourceType: "session", resourceId: person.sessionId, after: { everywhere, ended } });
    return ok({ ended });
  },
});

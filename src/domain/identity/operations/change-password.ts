import { z } from "zod";
import { userOf } from "#/db/scoped-tx";
import { invalid } from "../../kernel/failure";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { newPasswordSchema } from "../password";

/**
 * Changes the actor's own password after proving the present one, and ends every session of the person in the same
 * transaction (R7, R11). Refuses a password equal to the present one or to the sign-in name.
 */
export const changePassword = defineOperation({
  name: "identity.change_password",
  access: "own_account.manage",
  input: z.strictObject({
    currentPassword: z.string().min(1, "field.required").max(1_000),
    newPassword: newPasswordSchema,
    repeatedPassword: z.string().max(1_000),
  }),
  prepare: async (services, input, actor) => ({
    proof:
      actor.kind === "user"
        ? await services.provePassword(actor.signInName, input.currentPassword)
        : ok(false),
    hash: await services.hashPassword(input.newPassword),
  }),
  run: async (tx, input, { proof, hash }) => {
    const person = userOf(tx);
    if (input.newPassword !== input.repeatedPassword)
      return invalid({ field: "repeatedPassword", code: "password.not_repeated" });
    if (!proof.ok) return proof;
    if (!proof.value) return invalid({ field: "currentPassword", code: "password.not_current" });
    if (input.newPassword === input.currentPassword)
      return invalid({ field: "newPassword", code: "password.unchanged" });
    if (input.newPassword.toLowerCase().includes(person.signInName.split("@")[0] ?? "")) {
      return invalid({ field: "newPassword", code: "password.holds_name" });
    }
    await tx.db
      .$executeRaw`update user_account set password_hash = ${hash}, must_change_password = false, updated_at = ${tx.now}, version = version + 1
      where id = ${person.userId}::uuid`;
    await tx.db
      .$executeRaw`update user_session set revoked_at = ${tx.now} where user_id = ${person.userId}::uuid and revoked_at is null`;
    tx.audit({ resourceType: "partner_user", resourceId: person.userId });
    return ok({ userId: person.userId, organisationId: person.organisationId });
  },
});

import { z } from "zod";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** Whom the actor can ask for a role: names and addresses of the own organisation's global admins, at most 20. */
export const listGlobalAdmins = defineQuery({
  name: "organisation.list_global_admins",
  access: "own_account.manage",
  input: z.strictObject({}),
  run: async (tx) =>
    ok(
      await tx.db.$queryRaw<
        { name: string; email: string }[]
      >`select name, email from global_admins_of_own_organisation()`,
    ),
});

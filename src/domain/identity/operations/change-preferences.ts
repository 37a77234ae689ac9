import { z } from "zod";
import { userOf } from "#/db/scoped-tx";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";

const timeZones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

/** Sets how the portal speaks to the actor: language, time zone and theme; nothing else can be changed here. */
export const changePreferences = defineOperation({
  name: "identity.change_preferences",
  access: "own_account.manage",
  input: z.strictObject({
    language: z.enum(["en", "it"]),
    timeZone: z.string().refine((zone) => timeZones.has(zone), "preferences.time_zone"),
    theme: z.enum(["system", "light", "dark"]),
  }),
  run: async (tx, { language, timeZone, theme }) => {
    const { userId } = userOf(tx);
    await tx.db
      .$executeRaw`update user_account set language = ${language}, time_zone = ${timeZone}, theme = ${theme}, updated_at = ${tx.now},
      version = version + 1 where id = ${userId}::uuid`;
    tx.audit({ resourceType: "partner_user", resourceId: userId, after: { language, timeZone, theme } });
    return ok({});
  },
});

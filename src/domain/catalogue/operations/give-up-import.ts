import { z } from "zod";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { findUnfinished, giveUpImport, takePublishingLock } from "../import-store";

/**
 * Ends an import that broke in a way nobody foresaw, so that it is told and not tried for ever. Nothing of it was
 * published. One that has ended otherwise in the meantime stays as it is; false when somebody is at work on one just now.
 */
export const giveUpPriceListImport = defineOperation({
  name: "price_list.give_up",
  access: "price_list.import",
  input: z.strictObject({ importId: idSchema }),
  run: async (tx, { importId }) => {
    if (!(await takePublishingLock(tx))) return ok(false);
    if (await findUnfinished(tx, importId)) await giveUpImport(tx, importId, "price_list.broke_down");
    return ok(true);
  },
});

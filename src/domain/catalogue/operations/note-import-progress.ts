import { z } from "zod";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { noteProgress } from "../import-store";

/** Lets people see how far an import is, while the transaction that publishes it shows nothing yet. */
export const noteImportProgress = defineOperation({
  name: "price_list.note_progress",
  access: "price_list.import",
  input: z.strictObject({
    importId: idSchema,
    bytesRead: z.int().nonnegative(),
    rowsRead: z.int().nonnegative(),
  }),
  run: async (tx, { importId, ...progress }) => {
    await noteProgress(tx, importId, progress);
    return ok(null);
  },
});

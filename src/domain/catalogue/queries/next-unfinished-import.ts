import { z } from "zod";
import { sql } from "#/db/sql";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** The import that waits longest, also one whose reader was killed; `null` when all have ended. */
export const nextUnfinishedImport = defineQuery({
  name: "price_list.next_unfinished",
  access: "price_list.import",
  input: z.strictObject({}),
  run: async (tx) => {
    const [row] = await tx.rows<{ id: string }>(
      sql`select id from price_list_import where finished_at is null order by started_at, id limit 1`,
    );
    return ok(row?.id ?? null);
  },
});

import { z } from "zod";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { ImportStatus } from "../model";

/** How far an import is, small enough to be asked for every second. */
export type ImportStanding = {
  readonly status: ImportStatus;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
};

/** Where an import stands. */
export const readImportProgress = defineQuery({
  name: "price_list.read_progress",
  access: "price_list.read",
  input: z.strictObject({ importId: idSchema }),
  run: async (tx, { importId }) => {
    const [row] = await tx.rows<ImportStanding>(sql`
      select status, bytes_read::int as "bytesRead", bytes_total::int as "bytesTotal", rows_total as "rowsRead"
      from price_list_import where id = ${importId}::uuid`);
    return row ? ok(row) : notFound();
  },
});

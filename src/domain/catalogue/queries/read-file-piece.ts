import { z } from "zod";
import { sql } from "#/db/sql";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** One piece of a file that waits to be imported, counted from 0; `null` behind the last one. For the portal's own jobs. */
export const readFilePiece = defineQuery({
  name: "price_list.read_file_piece",
  access: "price_list.import",
  input: z.strictObject({ importId: idSchema, position: z.int().nonnegative() }),
  run: async (tx, { importId, position }) => {
    const [row] = await tx.rows<{ bytes: Buffer }>(sql`
      select bytes from price_list_file_chunk where import_id = ${importId}::uuid and position = ${position}`);
    return ok<Uint8Array | null>(row?.bytes ?? null);
  },
});

import { z } from "zod";
import { invalid } from "../../kernel/failure";
import { newId } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { parseLine } from "../../kernel/text";
import { defineOperation } from "../../operation";
import { insertImport } from "../import-store";
import { fileNameMax, importKinds } from "../model";
import { ReceivedFile } from "../received-file";

/** The last part of what a browser or a shell calls a file. */
function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? "";
}

/**
 * Takes a file in to be imported: stored whole, with who brought it, before anything of it is read (S-31). What it holds
 * is judged when it is published; only a file without a name or without a byte is refused here.
 */
export const receivePriceList = defineOperation({
  name: "price_list.receive",
  access: "price_list.import",
  input: z.strictObject({
    fileName: z.string().max(4_000),
    kind: z.enum(importKinds),
    file: z.custom<ReceivedFile>((value) => value instanceof ReceivedFile),
  }),
  run: async (tx, { fileName, kind, file }) => {
    const name = parseLine("fileName", baseName(fileName), { min: 1, max: fileNameMax });
    if (!name.ok) return invalid(name.failure);
    if (file.size === 0) return invalid({ field: "file", code: "price_list.file.empty" });
    const id = newId();
    const startedBy = tx.actor.kind === "user" ? { userId: tx.actor.userId, name: tx.actor.name } : null;
    await insertImport(tx, { id, fileName: name.value, kind, file, startedBy });
    tx.audit({
      resourceType: "price_list_import",
      resourceId: id,
      after: { fileName: name.value, kind, bytes: file.size, hash: file.hash },
    });
    return ok({ importId: id });
  },
});

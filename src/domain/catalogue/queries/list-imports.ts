import { z } from "zod";
import { decodeCursor, toPage } from "#/db/keyset";
import { empty, type Sql, sql } from "#/db/sql";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { type ImportKind, type ImportStatus, importKinds } from "../model";

/** One row of **Price lists**. */
export type ImportSummary = {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly markets: readonly string[];
  readonly rowsRead: number;
  readonly rowsRejected: number;
  readonly added: number;
  readonly changed: number;
  readonly startedAt: Date;
  /** Nobody when a command or the set-up brought the file. */
  readonly startedByName: string | null;
};

/** What the lists and the page of an import show of it, from `price_list_import`. */
export const summaryColumns: Sql = sql`id, file_name as "fileName", kind, status, markets, rows_total as "rowsRead",
  rows_rejected as "rowsRejected", prices_added as added, prices_changed as changed, started_at as "startedAt",
  started_by_name as "startedByName"`;

/** The imports there were, newest first, a page at a time (S-31). */
export const listImports = defineQuery({
  name: "price_list.list_imports",
  access: "price_list.read",
  input: z.strictObject({
    kind: z.enum(importKinds).optional(),
    cursor: z.string().max(2_000).optional(),
  }),
  run: async (tx, { kind, cursor: cursorText }) => {
    const filters = { list: "imports", kind: kind ?? null };
    const cursor = decodeCursor(cursorText, filters);
    const backwards = cursor?.direction === "previous";
    const order = backwards ? sql`order by started_at, id` : sql`order by started_at desc, id desc`;
    const seek = !cursor
      ? empty
      : backwards
        ? sql`and (started_at, id) > (${cursor.sort}::timestamptz, ${cursor.id}::uuid)`
        : sql`and (started_at, id) < (${cursor.sort}::timestamptz, ${cursor.id}::uuid)`;
    const rows = await tx.rows<ImportSummary>(sql`
      select ${summaryColumns} from price_list_import
      where true ${kind ? sql`and kind = ${kind}::"PriceListKind"` : empty} ${seek} ${order} limit ${defaultPageSize + 1}`);
    const items = rows.map((row) => ({ ...row, sort: row.startedAt.toISOString() }));
    return ok<Page<ImportSummary>>(toPage(items, defaultPageSize, cursor, filters));
  },
});

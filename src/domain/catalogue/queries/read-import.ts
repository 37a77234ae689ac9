import { z } from "zod";
import { sql } from "#/db/sql";
import { type FailureParams, notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { RowNotice, RowProblem } from "../price-list/problems";
import { type ImportSummary, summaryColumns } from "./list-imports";

/** One import with everything that is to be told of it. */
export type ImportDetail = ImportSummary & {
  readonly layout: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly currencies: readonly string[];
  readonly rowsAccepted: number;
  readonly rowsRepaired: number;
  readonly rowsRepeated: number;
  readonly unchanged: number;
  readonly offersAdded: number;
  readonly offersChanged: number;
  readonly finishedAt: Date | null;
  readonly failureCode: string | null;
  readonly failureParams: FailureParams;
  /** The first thousand of `problemCount`. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** The first thousand of `noticeCount`. */
  readonly notices: readonly RowNotice[];
  readonly noticeCount: number;
};

/** An import: what was in the file, what it did, and the report of its rows (S-31). */
export const readImport = defineQuery({
  name: "price_list.read_import",
  access: "price_list.read",
  input: z.strictObject({ importId: idSchema }),
  run: async (tx, { importId }) => {
    const [row] = await tx.rows<ImportDetail>(sql`
      select ${summaryColumns}, layout, bytes_read::int as "bytesRead", bytes_total::int as "bytesTotal", currencies,
        rows_accepted as "rowsAccepted", rows_repaired as "rowsRepaired", rows_repeated as "rowsRepeated",
        prices_unchanged as unchanged, offers_added as "offersAdded", offers_changed as "offersChanged",
        finished_at as "finishedAt", failure_code as "failureCode", failure_params as "failureParams", report as problems,
        problem_count as "problemCount", notices, notice_count as "noticeCount"
      from price_list_import where id = ${importId}::uuid`);
    return row ? ok(row) : notFound();
  },
});

import type { ScopedTx } from "#/db/scoped-tx";
import type { Published } from "./model";
import type { ByteSource } from "./price-list/open-table";
import type { FileProblem, RowNotice, RowProblem } from "./price-list/problems";
import type { RowCounts } from "./price-list/read-price-list";

/**
 * What a reader of any file to import meets, in this order: `opened` once; `rows` any number of times; then `finished`, or
 * `refused` at any point, after which nothing of the file may be kept.
 */
export type ImportEvent<Row> =
  | { readonly kind: "opened"; readonly layout: string }
  | {
      readonly kind: "rows";
      readonly rows: readonly Row[];
      readonly problems: readonly RowProblem[];
      readonly notices: readonly RowNotice[];
      readonly counts: RowCounts;
    }
  | {
      readonly kind: "finished";
      readonly counts: RowCounts;
      readonly markets: readonly string[];
      readonly currencies: readonly string[];
    }
  | { readonly kind: "refused"; readonly problem: FileProblem };

/** What an accepted batch did, and what of it a person should know. */
export type BatchOutcome = { readonly published: Published; readonly notices: readonly RowNotice[] };

/** A sort of file that can be imported: how it is read, and how accepted rows are written, batch by batch. */
export type FileImporter<Row> = {
  readonly read: (source: ByteSource) => AsyncGenerator<ImportEvent<Row>, void, undefined>;
  readonly publish: (tx: ScopedTx, rows: readonly Row[]) => Promise<BatchOutcome>;
};

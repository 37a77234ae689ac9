import type { ScopedTx } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import type { FailureParams } from "../kernel/failure";
import type { ImportReport } from "./import-report";
import type { ImportKind, ImportProgress, Published } from "./model";
import type { RowCounts } from "./price-list/read-price-list";
import type { ReceivedFile } from "./received-file";

/** Held by whoever publishes, for as long as its transaction lives: imports are published one at a time. */
const publishingLock = 7_110_310n;

/** JSON as PostgreSQL takes it: the one character it cannot hold is left out. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === "string" ? inner.replaceAll("\u0000", "") : inner,
  );
}

/** Who brought a file, as far as it was a person. */
export type Importer = { readonly userId: string; readonly name: string };

/** A file as it is handed in. */
export type NewImport = {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly file: ReceivedFile;
  readonly startedBy: Importer | null;
};

/** Stores a file with its import, waiting, and wakes the worker when this commits. */
export async function insertImport(tx: ScopedTx, entry: NewImport): Promise<void> {
  const { id, fileName, kind, file, startedBy } = entry;
  await tx.execute(sql`
    insert into price_list_import (id, file_name, file_hash, layout, kind, status, bytes_total, started_at, started_by_user_id, started_by_name)
    values (${id}::uuid, ${fileName}, ${file.hash}, '', ${kind}::"PriceListKind", 'queued', ${file.size}, ${tx.now}::timestamptz,
      ${startedBy?.userId ?? null}::uuid, ${startedBy?.name ?? null})`);
  for (const [position, bytes] of file.pieces.entries()) {
    await tx.execute(sql`
      insert into price_list_file_chunk (import_id, position, bytes) values (${id}::uuid, ${position}, ${Buffer.from(bytes)})`);
  }
  await tx.execute(sql`select pg_notify('twotier_outbox', '')`);
}

/** Takes the right to publish until the transaction ends; false when somebody else has it. Never waits. */
export async function takePublishingLock(tx: ScopedTx): Promise<boolean> {
  const [row] = await tx.rows<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${publishingLock}) as taken`,
  );
  return row?.taken === true;
}

/** The kind of an import that has not ended; nothing when it has, or is not there. */
export async function findUnfinished(tx: ScopedTx, importId: string): Promise<ImportKind | undefined> {
  const [row] = await tx.rows<{ kind: ImportKind }>(
    sql`select kind from price_list_import where id = ${importId}::uuid and finished_at is null`,
  );
  return row?.kind;
}

/** Notes how far an import is read. One that has ended stays as it is. */
export async function noteProgress(tx: ScopedTx, importId: string, progress: ImportProgress): Promise<void> {
  await tx.execute(sql`
    update price_list_import set status = 'running', bytes_read = ${progress.bytesRead}, rows_total = ${progress.rowsRead}
    where id = ${importId}::uuid and finished_at is null`);
}

/** How an import ended. Without a failure everything was published, otherwise nothing. */
export type ImportEnding = {
  readonly layout: string;
  readonly counts: RowCounts;
  readonly markets: readonly string[];
  readonly currencies: readonly string[];
  readonly report: ImportReport;
  readonly published: Published;
  readonly failure: { readonly code: string; readonly params: FailureParams } | null;
};

/** Writes down how an import ended and lets its file go. */
export async function finishImport(tx: ScopedTx, importId: string, ending: ImportEnding): Promise<void> {
  const { layout, counts, report, published, failure } = ending;
  await tx.execute(sql`
    update price_list_import set status = ${failure ? "failed" : "completed"}::"PriceListImportStatus", layout = ${layout},
      markets = ${[...ending.markets]}::text[], currencies = ${[...ending.currencies]}::text[], rows_total = ${counts.rowsRead},
      rows_accepted = ${counts.rowsAccepted}, rows_rejected = ${counts.rowsRejected}, rows_repaired = ${counts.rowsRepaired},
      rows_repeated = ${counts.rowsRepeated}, bytes_read = ${counts.bytesRead}, prices_added = ${published.added},
      prices_changed = ${published.changed}, prices_unchanged = ${published.unchanged}, offers_added = ${published.offersAdded},
      offers_changed = ${published.offersChanged}, report = ${toJson(report.problems)}::jsonb, problem_count = ${report.problemCount},
      notices = ${toJson(report.notices)}::jsonb, notice_count = ${report.noticeCount}, failure_code = ${failure?.code ?? null},
      failure_params = ${toJson(failure?.params ?? {})}::jsonb, finished_at = app_now() + (clock_timestamp() - now())
    where id = ${importId}::uuid`);
  await dropFile(tx, importId);
}

/** Ends an import of which nothing is known but that it cannot be published. */
export async function giveUpImport(tx: ScopedTx, importId: string, code: string): Promise<void> {
  await tx.execute(sql`
    update price_list_import set status = 'failed', failure_code = ${code}, finished_at = app_now() + (clock_timestamp() - now())
    where id = ${importId}::uuid and finished_at is null`);
  await dropFile(tx, importId);
}

async function dropFile(tx: ScopedTx, importId: string): Promise<void> {
  await tx.execute(sql`delete from price_list_file_chunk where import_id = ${importId}::uuid`);
}

/** Begins what can be undone without ending the transaction. */
export async function beginPublishing(tx: ScopedTx): Promise<void> {
  await tx.execute(sql`savepoint publishing`);
}

/** Undoes everything since {@link beginPublishing}. */
export async function undoPublishing(tx: ScopedTx): Promise<void> {
  await tx.execute(sql`rollback to savepoint publishing`);
}

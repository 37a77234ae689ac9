import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { SystemActor } from "#/domain/authorisation/actor";
import {
  fileBytesMax,
  type ImportKind,
  type ImportProgress,
  suggestImportKind,
} from "#/domain/catalogue/model";
import { receivePriceList } from "#/domain/catalogue/operations/receive-price-list";
import { type ImportDetail, readImport } from "#/domain/catalogue/queries/read-import";
import { ReceivedFile } from "#/domain/catalogue/received-file";
import { rejected } from "#/domain/kernel/failure";
import type { Result } from "#/domain/kernel/result";
import { runOperation } from "#/platform/run-operation";
import { runQuery } from "#/platform/run-query";
import type { CallContext, Runtime } from "#/platform/unit-of-work";
import { publishImport } from "./publish-import";

const actor: SystemActor = { kind: "system", job: "import_price_list_file" };

/** Between two tries while another import is published, in milliseconds. */
const retryEvery = 250;

/** A file to import: its path, or its bytes with the name to keep. */
export type FileToImport =
  | { readonly path: string }
  | { readonly fileName: string; readonly bytes: Uint8Array };

type ImportOptions = {
  /** What the file holds; by its name when nothing is said. */
  readonly kind?: ImportKind | undefined;
  readonly onProgress?: ((progress: ImportProgress & { readonly bytesTotal: number }) => void) | undefined;
};

async function* onePiece(bytes: Uint8Array) {
  yield bytes;
}

/**
 * Imports a file from beginning to end as the portal itself, exactly as an upload is, and gives the import with its
 * report: `completed`, or `failed` with the reason. Waits while another import is published. Fails only when the file
 * cannot be taken in or the database is away; throws when the path cannot be read.
 */
export async function importPriceListFile(
  source: FileToImport,
  host: Runtime,
  options: ImportOptions = {},
): Promise<Result<ImportDetail>> {
  const context = { correlationId: randomUUID(), source: "command" } as const;
  const fileName = "path" in source ? basename(source.path) : source.fileName;
  const bytes = "path" in source ? createReadStream(source.path) : onePiece(source.bytes);
  const file = await ReceivedFile.read(bytes, fileBytesMax);
  if (!file.ok) return rejected(file.failure.code, { maxBytes: file.failure.maxBytes });
  const kind = options.kind ?? suggestImportKind(fileName);
  const input = { fileName, kind, file: file.value };
  const received = await runOperation(receivePriceList, actor, input, context, host);
  if (!received.ok) return received;
  return publishToTheEnd(received.value.importId, file.value.size, { host, context, options });
}

type Call = { readonly host: Runtime; readonly context: CallContext; readonly options: ImportOptions };

/** A worker may have taken the import first: then this only waits for it. */
async function publishToTheEnd(
  importId: string,
  bytesTotal: number,
  { host, context, options }: Call,
): Promise<Result<ImportDetail>> {
  for (;;) {
    const outcome = await publishImport(importId, {
      host,
      context,
      onProgress: (progress) => options.onProgress?.({ ...progress, bytesTotal }),
    });
    const detail = await runQuery(readImport, actor, { importId }, context, host);
    if (!detail.ok || detail.value.finishedAt !== null) return detail;
    const { bytesRead, rowsRead } = detail.value;
    options.onProgress?.({ bytesRead, rowsRead, bytesTotal });
    if (outcome === "unavailable")
      return { ok: false, failure: { kind: "unavailable", retryAfterSeconds: 5 } };
    await wait(retryEvery);
  }
}

import type { SystemActor } from "#/domain/authorisation/actor";
import type { ImportProgress } from "#/domain/catalogue/model";
import { giveUpPriceListImport } from "#/domain/catalogue/operations/give-up-import";
import { noteImportProgress } from "#/domain/catalogue/operations/note-import-progress";
import { publishPriceList } from "#/domain/catalogue/operations/publish-price-list";
import { readFilePiece } from "#/domain/catalogue/queries/read-file-piece";
import { logger } from "#/platform/logger";
import { runOperation } from "#/platform/run-operation";
import { runQuery } from "#/platform/run-query";
import type { CallContext, Runtime } from "#/platform/unit-of-work";

const actor: SystemActor = { kind: "system", job: "import_price_lists" };

/** At most so often is progress written, in milliseconds: a page asks once a second. */
const progressEvery = 400;

/** The stored file cannot be read on just now; the import is to be tried again later. */
class FileOutOfReach extends Error {}

/** What came of trying to publish: it ended, somebody else is at it (or it has ended before), or the database is away. */
export type PublishOutcome = "ended" | "not_mine" | "unavailable";

/** How an import is published: by whose machinery, who is told of progress, and when to stop half-way. */
export type PublishOptions = {
  readonly host: Runtime;
  readonly context: CallContext;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void | Promise<void>) | undefined;
};

async function* storedPieces(importId: string, { host, context }: PublishOptions) {
  for (let position = 0; ; position += 1) {
    const piece = await runQuery(readFilePiece, actor, { importId, position }, context, host);
    if (!piece.ok) throw new FileOutOfReach(piece.failure.kind);
    if (piece.value === null) return;
    yield piece.value;
  }
}

/** Writes progress now and then, through units of work of its own that commit at once. */
function progressWriter(importId: string, { host, context, signal, onProgress }: PublishOptions) {
  let writtenAt = Number.NEGATIVE_INFINITY;
  return async ({ bytesRead, rowsRead }: ImportProgress): Promise<void> => {
    signal?.throwIfAborted();
    await onProgress?.({ bytesRead, rowsRead });
    if (performance.now() - writtenAt < progressEvery) return;
    const noted = await runOperation(
      noteImportProgress,
      actor,
      { importId, bytesRead, rowsRead },
      context,
      host,
    );
    if (noted.ok) writtenAt = performance.now();
  };
}

/**
 * Publishes one stored import as the portal itself, whoever else tries at the same time. One that breaks in a way nobody
 * foresaw is ended as failed and told in the log; a lost database leaves it as it is. Throws when the signal stops it,
 * which leaves it to the next worker.
 */
export async function publishImport(importId: string, options: PublishOptions): Promise<PublishOutcome> {
  const { host, context, signal } = options;
  const input = {
    importId,
    openFile: () => storedPieces(importId, options),
    onProgress: progressWriter(importId, options),
  };
  try {
    const result = await runOperation(publishPriceList, actor, input, context, host);
    if (!result.ok) return "unavailable";
    return result.value === "busy" || result.value === "ended_before" ? "not_mine" : "ended";
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FileOutOfReach) return "unavailable";
    logger.error({ importId, correlationId: context.correlationId, err: error }, "an import broke down");
    const given = await runOperation(giveUpPriceListImport, actor, { importId }, context, host);
    if (!given.ok) return "unavailable";
    return given.value ? "ended" : "not_mine";
  }
}

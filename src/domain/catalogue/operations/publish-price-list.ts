import { z } from "zod";
import type { ScopedTx } from "#/db/scoped-tx";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import type { FileImporter } from "../import-events";
import { ReportCollector } from "../import-report";
import {
  beginPublishing,
  findUnfinished,
  finishImport,
  type ImportEnding,
  takePublishingLock,
  undoPublishing,
} from "../import-store";
import { type ImportProgress, joinPublished, nothingPublished } from "../model";
import { offerMatrixImporter } from "../offer-matrix/importer";
import type { ByteSource } from "../price-list/open-table";
import { priceListImporter } from "../price-list-importer";

/** Opens the stored file from its beginning. */
export type OpenFile = () => ByteSource;

/** Told after each batch of rows; what it throws ends the publishing, of which nothing then remains. */
export type ProgressListener = (progress: ImportProgress) => Promise<void>;

/** What publishing came to. */
export type PublishAnswer = "published" | "refused" | "busy" | "ended_before";

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

const nothingRead = {
  rowsRead: 0,
  rowsAccepted: 0,
  rowsRejected: 0,
  rowsRepaired: 0,
  rowsRepeated: 0,
  bytesRead: 0,
} as const;

/** Reads the file to its end and writes what is accepted, until the first row is refused; from then on it only reports. */
async function readAndWrite<Row>(
  tx: ScopedTx,
  { read, publish }: FileImporter<Row>,
  source: ByteSource,
  onProgress: ProgressListener,
): Promise<ImportEnding> {
  const collector = new ReportCollector();
  let ending: Omit<ImportEnding, "report"> = {
    layout: "",
    counts: nothingRead,
    markets: [],
    currencies: [],
    published: nothingPublished,
    failure: null,
  };
  for await (const event of read(source)) {
    if (event.kind === "opened") ending = { ...ending, layout: event.layout };
    if (event.kind === "rows") {
      collector.add(event.problems, event.notices);
      ending = { ...ending, counts: event.counts };
      if (collector.isClean) {
        const { published, notices } = await publish(tx, event.rows);
        collector.add([], notices);
        ending = { ...ending, published: joinPublished(ending.published, published) };
      }
      await onProgress(event.counts);
    }
    if (event.kind === "finished") {
      const { counts, markets, currencies } = event;
      ending = { ...ending, counts, markets, currencies };
    }
    if (event.kind === "refused") {
      ending = { ...ending, failure: { params: {}, ...event.problem } };
    }
  }
  if (!ending.failure && !collector.isClean) {
    const params = { rows: ending.counts.rowsRejected };
    ending = { ...ending, failure: { code: "price_list.rows_refused", params } };
  }
  return { ...ending, report: collector.report };
}

/**
 * Publishes a received file, all of it or nothing: when one row is refused, or the file turns out to be something else,
 * the catalogue stays as it was and the import keeps the reason and the report. The same file again changes nothing.
 * Answers `busy`, and does nothing, while another import is published, and `ended_before` for one that has ended. Runs as
 * the portal itself; the vendor operator's people cannot read stored files.
 */
export const publishPriceList = defineOperation({
  name: "price_list.publish",
  access: "price_list.import",
  input: z.strictObject({
    importId: idSchema,
    openFile: z.custom<OpenFile>(isFunction),
    onProgress: z.custom<ProgressListener>(isFunction),
  }),
  run: async (tx, { importId, openFile, onProgress }) => {
    if (!(await takePublishingLock(tx))) return ok<PublishAnswer>("busy");
    const kind = await findUnfinished(tx, importId);
    if (!kind) return ok<PublishAnswer>("ended_before");
    await beginPublishing(tx);
    const ending =
      kind === "offer_matrix"
        ? await readAndWrite(tx, offerMatrixImporter(importId), openFile(), onProgress)
        : await readAndWrite(tx, priceListImporter(importId, kind), openFile(), onProgress);
    const kept = ending.failure ? { ...ending, published: nothingPublished } : ending;
    if (ending.failure) await undoPublishing(tx);
    await finishImport(tx, importId, kept);
    return ok<PublishAnswer>(ending.failure ? "refused" : "published");
  },
});

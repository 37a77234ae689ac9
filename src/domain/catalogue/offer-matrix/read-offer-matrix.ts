import type { ImportEvent } from "../import-events";
import { type DecodingState, decodeText, UnreadableFile } from "../price-list/decode-text";
import { type ByteSource, openTable, piecesOf, resume } from "../price-list/open-table";
import { parseRecords } from "../price-list/parse-csv";
import type { RowNotice, RowProblem } from "../price-list/problems";
import { recogniseOfferMatrix } from "./layout";
import { type OfferMatrixEntry, parseEntry } from "./parse-entry";

/** Rows judged between two `rows` events, and rows after which a file is refused. */
const defaults = { batchSize: 250, rowCountMax: 100_000 } as const;

type Batch = { rows: OfferMatrixEntry[]; problems: RowProblem[]; notices: RowNotice[] };

/** Judges entries one by one: of two rows about one SKU an equal one is left out, a different one refused. */
class EntryJudge {
  readonly #seen = new Map<string, { readonly row: number; readonly content: string }>();
  readonly counts = { rowsRead: 0, rowsAccepted: 0, rowsRejected: 0, rowsRepaired: 0, rowsRepeated: 0 };
  #batch: Batch = { rows: [], problems: [], notices: [] };

  judge(parsed: ReturnType<typeof parseEntry>): void {
    this.counts.rowsRead += 1;
    if (!parsed.ok) {
      this.#refuse(parsed.problems);
      return;
    }
    const { row, ...entry } = parsed.entry;
    const key = `${entry.productId}/${entry.skuId}`;
    const content = JSON.stringify(entry);
    const first = this.#seen.get(key);
    const params = { firstRow: first?.row ?? row };
    if (first === undefined) {
      this.#seen.set(key, { row, content });
      this.counts.rowsAccepted += 1;
      if (parsed.notices.length > 0) this.counts.rowsRepaired += 1;
      this.#batch.rows.push(parsed.entry);
      this.#batch.notices.push(...parsed.notices);
    } else if (first.content === content) {
      this.counts.rowsRepeated += 1;
      this.#batch.notices.push({ row, column: "", code: "price_list.repeated_row", params });
    } else this.#refuse([{ row, column: "", code: "price_list.contradicting_row", params }]);
  }

  #refuse(problems: readonly RowProblem[]): void {
    this.counts.rowsRejected += 1;
    this.#batch.problems.push(...problems);
  }

  takeBatch(): Batch {
    const taken = this.#batch;
    this.#batch = { rows: [], problems: [], notices: [] };
    return taken;
  }
}

function batchOf(judge: EntryJudge, bytesRead: number): ImportEvent<OfferMatrixEntry> {
  return { kind: "rows", ...judge.takeBatch(), counts: { ...judge.counts, bytesRead } };
}

/** Reads an offer matrix from its bytes as they come, by the same rules as a price list. */
export async function* readOfferMatrix(
  source: ByteSource,
): AsyncGenerator<ImportEvent<OfferMatrixEntry>, void, undefined> {
  const state: DecodingState = { bytesRead: 0, encoding: "utf-8" };
  const text = decodeText(piecesOf(source), state);
  try {
    const { header, delimiter, start } = await openTable(text, recogniseOfferMatrix);
    yield { kind: "opened", layout: "nce_offer_matrix" };
    const judge = new EntryJudge();
    let row = 0;
    for await (const cells of parseRecords(resume(start, text), delimiter)) {
      row += 1;
      if (row === 1 || cells.every((cell) => cell.trim() === "")) continue;
      if (judge.counts.rowsRead === defaults.rowCountMax) {
        throw new UnreadableFile({
          code: "price_list.file.too_many_rows",
          params: { max: defaults.rowCountMax },
        });
      }
      judge.judge(parseEntry(cells, row, header));
      if (judge.counts.rowsRead % defaults.batchSize === 0) yield batchOf(judge, state.bytesRead);
    }
    if (judge.counts.rowsRead === 0) throw new UnreadableFile({ code: "price_list.file.no_rows" });
    yield batchOf(judge, state.bytesRead);
    const counts = { ...judge.counts, bytesRead: state.bytesRead };
    yield { kind: "finished", counts, markets: [], currencies: [] };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { kind: "refused", problem: error.problem };
  } finally {
    await text.return();
  }
}

import type { DecodingState, TextEncoding } from "./decode-text";
import { decodeText, UnreadableFile } from "./decode-text";
import type { PriceListLayout } from "./layout";
import { recogniseHeader } from "./layout";
import type { ByteSource } from "./open-table";
import { openTable, piecesOf, resume } from "./open-table";
import type { Delimiter } from "./parse-csv";
import { parseRecords } from "./parse-csv";
import type { ParsedRow, RowContext } from "./parse-row";
import { parseRow } from "./parse-row";
import type { PriceListRow } from "./price-list-row";
import type { FileProblem, RowNotice, RowProblem } from "./problems";
import { RowConflicts } from "./row-conflicts";

/** Rows of a file so far; every row read is accepted, refused, left out as a repetition, or empty and not counted. */
export type RowCounts = {
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  /** Accepted rows of which something was repaired. */
  readonly rowsRepaired: number;
  /** Repetitions of an earlier row, left out. */
  readonly rowsRepeated: number;
  readonly bytesRead: number;
};

/**
 * What a reader of a price list meets, in this order: `opened` once; `rows` any number of times; then `finished`, or
 * `refused` at any point, after which nothing of the file may be kept.
 */
export type PriceListEvent =
  | { readonly kind: "opened"; readonly layout: PriceListLayout; readonly delimiter: Delimiter }
  | {
      readonly kind: "rows";
      readonly prices: readonly PriceListRow[];
      readonly problems: readonly RowProblem[];
      readonly notices: readonly RowNotice[];
      readonly counts: RowCounts;
    }
  | {
      readonly kind: "finished";
      readonly counts: RowCounts;
      readonly encoding: TextEncoding;
      /** Markets and currencies the accepted rows are for, sorted. */
      readonly markets: readonly string[];
      readonly currencies: readonly string[];
    }
  | { readonly kind: "refused"; readonly problem: FileProblem };

/** How much is read at a time, and how much at most. */
export type ReadOptions = {
  /** Rows judged between two `rows` events. */
  readonly batchSize?: number;
  /** Rows after which a file is refused: the reader remembers each row's key. */
  readonly rowCountMax?: number;
};

const defaults = { batchSize: 500, rowCountMax: 250_000 } as const;

type Batch = { prices: PriceListRow[]; problems: RowProblem[]; notices: RowNotice[] };

const emptyBatch = (): Batch => ({ prices: [], problems: [], notices: [] });

/** Judges the rows of one file one by one, keeping counts and the rows since the last batch. */
class RowJudge {
  readonly #context: RowContext;
  readonly #conflicts = new RowConflicts();
  readonly markets = new Set<string>();
  readonly currencies = new Set<string>();
  readonly counts = { rowsRead: 0, rowsAccepted: 0, rowsRejected: 0, rowsRepaired: 0, rowsRepeated: 0 };
  batch = emptyBatch();

  constructor(context: RowContext) {
    this.#context = context;
  }

  judge(cells: readonly string[], row: number): void {
    this.counts.rowsRead += 1;
    const parsed = parseRow(cells, row, this.#context);
    if (parsed.ok) this.#place(parsed);
    else this.#reject(parsed.problems);
  }

  #place(parsed: Extract<ParsedRow, { ok: true }>): void {
    const standing = this.#conflicts.judge(parsed.price);
    if (standing.kind === "new") this.#accept(parsed, standing.notices);
    else if (standing.kind === "contradicting") this.#reject([standing.problem]);
    else {
      this.counts.rowsRepeated += 1;
      this.batch.notices.push(standing.notice);
    }
  }

  #accept({ price, notices }: Extract<ParsedRow, { ok: true }>, overlaps: readonly RowNotice[]): void {
    this.counts.rowsAccepted += 1;
    if (notices.some((notice) => notice.code.startsWith("price_list.repaired.")))
      this.counts.rowsRepaired += 1;
    this.batch.notices.push(...notices, ...overlaps);
    this.batch.prices.push(price);
    this.markets.add(price.market);
    this.currencies.add(price.currency);
  }

  #reject(problems: readonly RowProblem[]): void {
    this.counts.rowsRejected += 1;
    this.batch.problems.push(...problems);
  }

  takeBatch(): Batch {
    const taken = this.batch;
    this.batch = emptyBatch();
    return taken;
  }
}

/**
 * Reads a price list from its bytes as they come, in UTF-8 or Windows-1252, with or without byte order mark, with any line
 * end: recognises the layout, judges every row, and yields batches. Memory does not grow with the file but for one small
 * entry per accepted row. A file that is no price list, or turns out broken on the way, ends with `refused`; expected
 * trouble is never thrown, only what the source itself throws. Stopping early closes the source.
 */
export async function* readPriceList(
  source: ByteSource,
  options: ReadOptions = {},
): AsyncGenerator<PriceListEvent, void, undefined> {
  const { batchSize, rowCountMax } = { ...defaults, ...options };
  const state: DecodingState = { bytesRead: 0, encoding: "utf-8" };
  const text = decodeText(piecesOf(source), state);
  try {
    const { header, delimiter, start } = await openTable(text, recogniseHeader);
    yield { kind: "opened", layout: header.layout, delimiter };
    const judge = new RowJudge({ header, isResaved: delimiter !== "," });
    let row = 0;
    for await (const cells of parseRecords(resume(start, text), delimiter)) {
      row += 1;
      if (row === 1 || cells.every((cell) => cell.trim() === "")) continue;
      if (judge.counts.rowsRead === rowCountMax) throw tooManyRows(rowCountMax);
      judge.judge(cells, row);
      assertLicenceList(judge);
      if (judge.counts.rowsRead % batchSize === 0) yield batchOf(judge, state.bytesRead);
    }
    if (judge.counts.rowsRead === 0) throw new UnreadableFile({ code: "price_list.file.no_rows" });
    yield batchOf(judge, state.bytesRead);
    yield {
      kind: "finished",
      counts: { ...judge.counts, bytesRead: state.bytesRead },
      encoding: state.encoding,
      markets: [...judge.markets].sort(),
      currencies: [...judge.currencies].sort(),
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { kind: "refused", problem: error.problem };
  } finally {
    await text.return();
  }
}

function tooManyRows(max: number): UnreadableFile {
  return new UnreadableFile({ code: "price_list.file.too_many_rows", params: { max } });
}

/** The software list has the columns of the API's licence sheet; its first row gives it away. */
function assertLicenceList({ counts, batch }: RowJudge): void {
  if (counts.rowsRead > 1 || !batch.problems.some((problem) => problem.code === "price_list.tags.software"))
    return;
  throw new UnreadableFile({ code: "price_list.file.software" });
}

function batchOf(judge: RowJudge, bytesRead: number): PriceListEvent {
  return { kind: "rows", ...judge.takeBatch(), counts: { ...judge.counts, bytesRead } };
}

import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { parse as parseSync } from "csv-parse/sync";
import { UnreadableFile } from "./decode-text";
import type { FileProblem } from "./problems";

/** Marks that separate columns: a comma as downloaded, a semicolon or a tab as a spreadsheet saves it. */
export const delimiters = [",", ";", "\t"] as const;

/** One of the marks that separate columns. */
export type Delimiter = (typeof delimiters)[number];

/** Characters a row may have: far above real rows, far below what would fill the memory. */
export const recordLengthMax = 65_536;

/** What is common to every file read: quotes by RFC 4180, any line end, rows of any width (judged one by one). */
const commonOptions = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: recordLengthMax,
} as const;

/** The refusal for a file whose quotes or sizes make its rows unreadable, with the line where that showed. */
function problemOf(error: CsvError): FileProblem {
  const line = Number(error.lines ?? 0);
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return { code: "price_list.file.row_too_long", params: { line, max: recordLengthMax } };
  }
  return { code: "price_list.file.broken_quotes", params: { line } };
}

/** The cells of a header line; `null` when its quotes are broken. */
export function splitHeaderLine(line: string, delimiter: Delimiter): readonly string[] | null {
  try {
    const [cells] = parseSync(line, { ...commonOptions, delimiter, to: 1 });
    return cells ?? [];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/**
 * Gives the rows of a separated text one by one, pulling the text only as fast as rows are taken. Throws
 * {@link UnreadableFile} with `price_list.file.broken_quotes` or `price_list.file.row_too_long` (`line`) where the text
 * is no table any more; whatever the text's source throws comes through unchanged.
 */
export async function* parseRecords(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly string[], void, undefined> {
  const parser = parse({ ...commonOptions, delimiter });
  // The error reaches the loop below through the parser, which the pipeline destroys with it.
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFile(problemOf(error)) : error;
  }
}

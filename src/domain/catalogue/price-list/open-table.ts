import type { Result } from "#/domain/kernel/result";
import { UnreadableFile } from "./decode-text";
import { type Delimiter, delimiters, recordLengthMax, splitHeaderLine } from "./parse-csv";
import type { FileProblem } from "./problems";

/** A file as bytes: a Node.js stream, a browser's, or anything that yields pieces. */
export type ByteSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** The pieces of a source as they come; stopping early closes it. */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (!(source instanceof ReadableStream)) return yield* source;
  const reader = source.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

/** Where the first line ends outside of quotes; -1 while it does not. */
function endOfFirstLine(text: string): number {
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === "\n" || char === "\r")) return index;
  }
  return -1;
}

/** A table whose header is recognised; `start` is the text taken so far, header included. */
export type OpenTable<Header> = {
  readonly header: Header;
  readonly delimiter: Delimiter;
  readonly start: string;
};

/**
 * Reads up to the end of the header and recognises it. Throws {@link UnreadableFile} when it is none: `price_list.file.empty`,
 * `price_list.file.broken_quotes`, `price_list.file.unknown_layout`, or the recogniser's own refusal.
 */
export async function openTable<Header>(
  text: AsyncIterator<string>,
  recognise: (cells: readonly string[]) => Result<Header, FileProblem>,
): Promise<OpenTable<Header>> {
  let start = "";
  let end = -1;
  for (let piece = await text.next(); end < 0 && !piece.done; piece = await text.next()) {
    start += start === "" ? piece.value.replace(/^\uFEFF/, "") : piece.value;
    end = endOfFirstLine(start);
    if (end >= 0) break;
    if (start.length > recordLengthMax) throw new UnreadableFile({ code: "price_list.file.unknown_layout" });
  }
  const line = end < 0 ? start : start.slice(0, end);
  if (line.trim() === "") throw new UnreadableFile({ code: "price_list.file.empty" });
  const attempts = delimiters.map((delimiter) => ({ delimiter, cells: splitHeaderLine(line, delimiter) }));
  // The right mark is the one that makes the most columns.
  const widest = attempts.reduce((best, next) =>
    (next.cells?.length ?? 0) > (best.cells?.length ?? 0) ? next : best,
  );
  if (widest.cells === null)
    throw new UnreadableFile({ code: "price_list.file.broken_quotes", params: { line: 1 } });
  const header = recognise(widest.cells);
  if (!header.ok) throw new UnreadableFile(header.failure);
  return { header: header.value, delimiter: widest.delimiter, start };
}

/** The text of an opened table from its beginning. */
export async function* resume(
  start: string,
  rest: AsyncIterator<string>,
): AsyncGenerator<string, void, undefined> {
  yield start;
  for (let piece = await rest.next(); !piece.done; piece = await rest.next()) yield piece.value;
}

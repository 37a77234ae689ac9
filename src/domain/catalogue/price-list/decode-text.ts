import type { FileProblem } from "./problems";

/** The encodings a price list is read in. */
export type TextEncoding = "utf-8" | "windows-1252";

/** Thrown inside the reader when a file cannot be text of a price list; the reader turns it into a refusal. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** What the decoder learns while it reads. */
export type DecodingState = { bytesRead: number; encoding: TextEncoding };

/** First bytes of files people pick by mistake, by the word for the refusal. */
const signatures: readonly (readonly [code: string, bytes: readonly number[]])[] = [
  ["price_list.file.workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["price_list.file.workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["price_list.file.utf_16", [0xff, 0xfe]],
  ["price_list.file.utf_16", [0xfe, 0xff]],
  ["price_list.file.binary", [0x1f, 0x8b]],
  ["price_list.file.binary", [0x25, 0x50, 0x44, 0x46]],
];

/** Bytes looked at before anything is decoded. */
const headLength = 4096;

function assertText(head: Uint8Array): void {
  const signature = signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (signature !== undefined) throw new UnreadableFile({ code: signature[0] });
  if (head.subarray(0, headLength).includes(0)) throw new UnreadableFile({ code: "price_list.file.binary" });
}

/** Bytes at the end that begin a UTF-8 character without completing it: 0 to 3. */
function unfinishedLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);

/**
 * Decodes pieces that each hold whole characters. UTF-8 unless the first character beyond ASCII is not UTF-8: then the
 * file is Windows-1252, as spreadsheets save it. A file that is one in one place and the other elsewhere is refused,
 * because some letters would be lost either way.
 */
class Decoder {
  readonly #state: DecodingState;
  #isDecided = false;

  constructor(state: DecodingState) {
    this.#state = state;
  }

  decode(bytes: Uint8Array): string {
    if (this.#state.encoding === "windows-1252") return new TextDecoder("windows-1252").decode(bytes);
    if (isAscii(bytes)) return new TextDecoder().decode(bytes);
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      this.#isDecided = true;
      return text;
    } catch {
      const hasUtf8 = [...new TextDecoder().decode(bytes)].some(
        (char) => char > "\u007f" && char !== "\ufffd",
      );
      if (this.#isDecided || hasUtf8) throw new UnreadableFile({ code: "price_list.file.encoding" });
      this.#state.encoding = "windows-1252";
      return this.decode(bytes);
    }
  }
}

/**
 * Turns the bytes of a file into pieces of text, holding no more than one piece at a time. Notes bytes and encoding in
 * `state` as it goes. Throws {@link UnreadableFile} with `price_list.file.workbook`, `.utf_16`, `.binary` or `.encoding`
 * for what is no text in UTF-8 or Windows-1252.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  state: DecodingState,
): AsyncGenerator<string, void, undefined> {
  const decoder = new Decoder(state);
  let pending: Uint8Array = new Uint8Array();
  let isHeadRead = false;
  for await (const chunk of source) {
    state.bytesRead += chunk.length;
    const bytes = join(pending, chunk);
    if (!isHeadRead && bytes.length < headLength) {
      pending = bytes;
      continue;
    }
    if (!isHeadRead) assertText(bytes);
    isHeadRead = true;
    const kept = state.encoding === "utf-8" ? unfinishedLength(bytes) : 0;
    pending = bytes.slice(bytes.length - kept);
    yield decoder.decode(bytes.subarray(0, bytes.length - kept));
  }
  if (!isHeadRead) assertText(pending);
  if (pending.length > 0) yield decoder.decode(pending);
}

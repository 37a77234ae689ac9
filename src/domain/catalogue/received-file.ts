import { createHash } from "node:crypto";
import type { Result } from "../kernel/result";
import { failed, ok } from "../kernel/result";

/** Bytes of one stored piece: small enough that progress is seen, large enough that a list of usual size is a few dozen. */
const pieceBytes = 65_536;

/** Why bytes were not taken: more than allowed. Whoever sent them is told the limit in bytes. */
export type TooLarge = { readonly code: "price_list.file_too_large"; readonly maxBytes: number };

/**
 * A file held whole, in pieces of equal size, with its SHA-256 as hexadecimal text. In JSON it is its hash, so that a
 * repeated request can be told from another one without writing the bytes out.
 */
export class ReceivedFile {
  private constructor(
    readonly pieces: readonly Uint8Array[],
    readonly size: number,
    readonly hash: string,
  ) {}

  /** Reads a source to its end; stops reading, and closes it, at the first byte over the limit. */
  static async read(
    source: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<Result<ReceivedFile, TooLarge>> {
    const hash = createHash("sha256");
    const pieces: Uint8Array[] = [];
    let open = new Uint8Array(pieceBytes);
    let filled = 0;
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) return failed({ code: "price_list.file_too_large", maxBytes });
      hash.update(chunk);
      for (let from = 0; from < chunk.length; ) {
        const taken = chunk.subarray(from, from + pieceBytes - filled);
        open.set(taken, filled);
        filled += taken.length;
        from += taken.length;
        if (filled < pieceBytes) continue;
        pieces.push(open);
        open = new Uint8Array(pieceBytes);
        filled = 0;
      }
    }
    if (filled > 0) pieces.push(open.subarray(0, filled));
    return ok(new ReceivedFile(pieces, size, hash.digest("hex")));
  }

  toJSON(): string {
    return this.hash;
  }
}

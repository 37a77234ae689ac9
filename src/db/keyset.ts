import { createHash } from "node:crypto";

/** Where a page of a list begins: the sort text and id of the row beside it, and the direction to read in. */
export type Cursor = { readonly sort: string; readonly id: string; readonly direction: "next" | "previous" };

function fingerprint(filters: unknown): string {
  return createHash("sha256").update(JSON.stringify(filters)).digest("base64url").slice(0, 12);
}

/** Writes a cursor as opaque text that is only good for the same list with the same filters. */
export function encodeCursor({ direction, sort, id }: Cursor, filters: unknown): string {
  return Buffer.from(JSON.stringify([1, direction, sort, id, fingerprint(filters)])).toString("base64url");
}

/**
 * Reads a cursor back; nothing when it was altered, belongs to other filters, or is not what `encodeCursor` would write.
 * A list answers an unusable cursor with its first page.
 */
export function decodeCursor(text: string | undefined, filters: unknown): Cursor | undefined {
  if (!text || text.length > 2_000) return undefined;
  try {
    const [version, direction, sort, id, filter] = JSON.parse(
      Buffer.from(text, "base64url").toString("utf8"),
    );
    if (version !== 1 || (direction !== "next" && direction !== "previous")) return undefined;
    if (typeof sort !== "string" || typeof id !== "string" || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
    // The database holds no text with NUL and could not even be asked for one.
    if (sort.includes("\u0000")) return undefined;
    const cursor: Cursor = { direction, sort, id };
    return filter === fingerprint(filters) && encodeCursor(cursor, filters) === text ? cursor : undefined;
  } catch {
    return undefined;
  }
}

type Sorted = { readonly id: string; readonly sort: string };

/**
 * Turns up to `size + 1` rows, read from the cursor in its direction, into a page in list order with cursors to its
 * neighbours.
 */
export function toPage<Row extends Sorted>(
  rows: readonly Row[],
  size: number,
  cursor: Cursor | undefined,
  filters: unknown,
) {
  const more = rows.length > size;
  const backwards = cursor?.direction === "previous";
  const items = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const first = items[0];
  const last = items.at(-1);
  const hasNext = backwards ? cursor !== undefined : more;
  const hasPrevious = backwards ? more : cursor !== undefined;
  return {
    items,
    next: hasNext && last ? encodeCursor({ direction: "next", sort: last.sort, id: last.id }, filters) : null,
    previous:
      hasPrevious && first
        ? encodeCursor({ direction: "previous", sort: first.sort, id: first.id }, filters)
        : null,
  };
}

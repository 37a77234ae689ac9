/**
 * Imports of the vendor's files (S-31). A file is received whole and waits (`queued`); a worker, or the command that
 * brought it, reads it (`running`) and publishes all of it in one transaction (`completed`) or nothing (`failed`, with the
 * reason and a report of the rows at fault). One import is published at a time. Whoever reads is killed: nothing was
 * published, and the next one begins again from the stored file, which is kept until the import has ended.
 *
 * What a list says adds to the catalogue and changes it; nothing leaves by not being mentioned. A price ends by its end
 * date or by the mark Delete. Nothing is touched by a file that says what is known already.
 */

/** What a file holds: the prices in force, those of the coming month, or the offer matrix. */
export const importKinds = ["current", "preview", "offer_matrix"] as const;
export type ImportKind = (typeof importKinds)[number];

/** How far an import is. */
export type ImportStatus = "queued" | "running" | "completed" | "failed";

/** Bytes a file may have: several times the largest list of the programme. */
export const fileBytesMax = 64_000_000;

/** Code points of a file's name. */
export const fileNameMax = 255;

/** Rows at fault, and rows worth a remark, that a report names; beyond them it only counts. */
export const reportEntriesMax = 1_000;

/** What an import did to the catalogue. A price or offer that was as the file says it counts as unchanged. */
export type Published = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly offersAdded: number;
  readonly offersChanged: number;
};

/** Nothing published. */
export const nothingPublished: Published = {
  added: 0,
  changed: 0,
  unchanged: 0,
  offersAdded: 0,
  offersChanged: 0,
};

/** Two results as one. */
export function joinPublished(one: Published, other: Published): Published {
  return {
    added: one.added + other.added,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    offersAdded: one.offersAdded + other.offersAdded,
    offersChanged: one.offersChanged + other.offersChanged,
  };
}

/** How far a file is read. */
export type ImportProgress = { readonly bytesRead: number; readonly rowsRead: number };

/** What a file most likely holds, by the names the programme gives; the person importing can say otherwise. */
export function suggestImportKind(fileName: string): ImportKind {
  if (/offer[ _-]?matrix/i.test(fileName)) return "offer_matrix";
  return /preview/i.test(fileName) ? "preview" : "current";
}

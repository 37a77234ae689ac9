/** Values that fill a message about a price list. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** Why a whole file cannot be read; nothing of it is to be kept. */
export type FileProblem = { readonly code: string; readonly params?: ProblemParams };

/** What is wrong with one cell, before its row and column are known. */
export type CellProblem = { readonly code: string; readonly params?: ProblemParams };

/** Why one row was refused: its number as a spreadsheet counts (the header is row 1), its column, and a message key. */
export type RowProblem = {
  readonly row: number;
  /** The column's name, or an empty text when the row as a whole is at fault. */
  readonly column: string;
  readonly code: string;
  readonly params?: ProblemParams;
};

/** Something about an accepted row that a person should know: what was repaired, what overlaps, what was left out. */
export type RowNotice = RowProblem;

/** A cell's text fit to be quoted in a message: one line, at most 40 characters. */
export function quoted(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, " ").trim();
  const shown = [...line].slice(0, 40).join("");
  return shown.length < line.length ? `${shown}…` : shown;
}

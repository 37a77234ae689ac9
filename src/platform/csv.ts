/** What a spreadsheet would take for a formula (S-37): these first characters, also behind blanks. */
const formulaStart = /^\s*[=+\-@\t\r]/;

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes rows as CSV by RFC 4180, in UTF-8 with the mark by which spreadsheets know it. A text that a spreadsheet would run as
 * a formula is defused by an apostrophe before it.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

import { basename } from "node:path";
import { type ImportKind, importKinds, suggestImportKind } from "#/domain/catalogue/model";
import type { ImportDetail } from "#/domain/catalogue/queries/read-import";
import { reasonText } from "#/features/price-lists/reason-text";
import { lookUp } from "#/platform/i18n/look-up";
import { runtime } from "#/platform/unit-of-work";
import { importPriceListFile } from "#/worker/price-lists/import-file";

const usage = `Imports a price list or the offer matrix of the vendor, exactly as an upload is:

  npm run import:prices -- FILE
  npm run import:prices -- --kind=preview FILE

--kind says what the file holds: ${importKinds.join(", ")}. Left out, the file's name tells.
Ends with 0 when the file was published or changed nothing, with 1 when it was refused.
`;

/** Report entries printed; all that are kept stand on the import's page. */
const printedMax = 50;

const isTerminal = process.stdout.isTTY === true;

type Arguments = { readonly path: string; readonly kind: ImportKind };

function readArguments(given: readonly string[]): Arguments {
  const files = given.filter((text) => !text.startsWith("--"));
  const [path] = files;
  const named = given.find((text) => text.startsWith("--kind="))?.slice("--kind=".length);
  const kind = importKinds.find((known) => known === named);
  const isUnderstood = given.length === files.length + (named === undefined ? 0 : 1);
  if (path === undefined || files.length > 1 || !isUnderstood || (named !== undefined && kind === undefined))
    throw new Error(usage);
  return { path, kind: kind ?? suggestImportKind(basename(path)) };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Rows and share of the file so far: in place on a terminal, elsewhere a line now and then. */
function progressPrinter(): (progress: { bytesRead: number; bytesTotal: number; rowsRead: number }) => void {
  let printedAt = 0;
  return ({ bytesRead, bytesTotal, rowsRead }) => {
    const isLast = bytesRead === bytesTotal;
    if (!isLast && performance.now() - printedAt < (isTerminal ? 100 : 2_000)) return;
    printedAt = performance.now();
    const line = `${rowsRead} rows, ${Math.floor((bytesRead / bytesTotal) * 100)} %`;
    process.stdout.write(isTerminal ? `\r\x1b[2K${line}` : `${line}\n`);
  };
}

function printEntries(title: string, entries: ImportDetail["problems"], count: number): void {
  if (count === 0) return;
  print(`\n${title}: ${count}`);
  for (const entry of entries.slice(0, printedMax)) {
    print(
      `  row ${entry.row}${entry.column ? `, ${entry.column}` : ""}: ${reasonText(entry, "en")} (${entry.code})`,
    );
  }
  if (count > printedMax) print(`  … and ${count - printedMax} more`);
}

function printReport(detail: ImportDetail): void {
  const { rowsRead, rowsRejected, rowsRepaired, rowsRepeated, added, changed, unchanged } = detail;
  print(`${rowsRead} rows read, ${rowsRejected} refused, ${rowsRepaired} repaired, ${rowsRepeated} repeated`);
  printEntries("Rows refused", detail.problems, detail.problemCount);
  printEntries("Rows worth a look", detail.notices, detail.noticeCount);
  if (detail.failureCode !== null) {
    const reason = reasonText({ code: detail.failureCode, params: detail.failureParams }, "en");
    print(`\nRefused, nothing was published: ${reason} (${detail.failureCode})`);
    return;
  }
  const isSame = added + changed + detail.offersAdded + detail.offersChanged === 0;
  print(
    `\n${isSame ? "Nothing changed" : "Published"}: ${added} added, ${changed} changed, ${unchanged} unchanged`,
  );
  print(`SKUs: ${detail.offersAdded} added, ${detail.offersChanged} changed`);
}

async function importPrices({ path, kind }: Arguments): Promise<boolean> {
  print(`Importing ${basename(path)} as ${kind}`);
  const result = await importPriceListFile({ path }, runtime(), { kind, onProgress: progressPrinter() });
  if (isTerminal) process.stdout.write("\n");
  if (result.ok) {
    printReport(result.value);
    return result.value.status === "completed";
  }
  const { failure } = result;
  const code = "code" in failure ? failure.code : failure.kind;
  const problem = failure.kind === "invalid" ? failure.problems[0] : undefined;
  const text = problem
    ? reasonText(problem, "en")
    : (lookUp("en", "failures", `${code}.message`, {}) ?? code);
  process.stderr.write(`The file was not taken in: ${text}\n`);
  return false;
}

try {
  if (!(await importPrices(readArguments(process.argv.slice(2))))) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await runtime().database.close();
}

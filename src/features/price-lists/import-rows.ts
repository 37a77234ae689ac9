import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ImportStatus } from "#/domain/catalogue/model";
import type { ImportSummary } from "#/domain/catalogue/queries/list-imports";
import { showInstant } from "#/platform/i18n/format";
import type { Column, TableRow } from "#/ui/table-types";
import type { Tone } from "#/ui/tone";
import { routes } from "./routes";

/** The tone of each status; its word always stands with it. */
export const toneOf: Readonly<Record<ImportStatus, Tone>> = {
  queued: "neutral",
  running: "info",
  completed: "success",
  failed: "danger",
};

/** The columns of **Price lists**. */
export async function importColumns(): Promise<readonly Column[]> {
  const t = await getTranslations("priceLists.list");
  return [
    { id: "file", header: t("file"), kind: "link" },
    { id: "kind", header: t("kind") },
    { id: "status", header: t("status"), kind: "badge" },
    { id: "markets", header: t("markets") },
    { id: "rows", header: t("rows"), kind: "number" },
    { id: "startedAt", header: t("startedAt"), kind: "timestamp" },
    { id: "startedBy", header: t("startedBy") },
  ];
}

/** A few markets by their codes, many by their number. */
function marketsText(markets: readonly string[], counted: (count: number) => string): string | null {
  if (markets.length === 0) return null;
  return markets.length <= 4 ? markets.join(", ") : counted(markets.length);
}

/** Imports as rows of the table, in the reader's language and time zone. */
export async function importRows(
  imports: readonly ImportSummary[],
  timeZone: string,
): Promise<readonly TableRow[]> {
  const [t, kinds, statuses, format, locale] = await Promise.all([
    getTranslations("priceLists.list"),
    getTranslations("priceLists.kinds"),
    getTranslations("priceLists.statuses"),
    getFormatter(),
    getLocale(),
  ]);
  const outcome = ({ status, rowsRejected, added, changed }: ImportSummary) => {
    if (status === "failed") return rowsRejected > 0 ? t("rowsRefused", { count: rowsRejected }) : undefined;
    if (status !== "completed") return undefined;
    return added + changed === 0 ? t("rowsSame") : t("rowsChanged", { added, changed });
  };
  return imports.map((entry) => {
    const { iso, utc, local } = showInstant(entry.startedAt, locale, timeZone);
    return {
      id: entry.id,
      label: entry.fileName,
      href: routes.detail(entry.id),
      cells: {
        file: { text: entry.fileName, detail: outcome(entry) },
        kind: kinds(entry.kind),
        status: { text: statuses(entry.status), tone: toneOf[entry.status] },
        markets: marketsText(entry.markets, (count) => t("marketCount", { count })),
        rows: format.number(entry.rowsRead, { useGrouping: true }),
        startedAt: { text: utc, instant: iso, title: local },
        startedBy: entry.startedByName ?? t("byPortal"),
      },
    };
  });
}

import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { reportEntriesMax } from "#/domain/catalogue/model";
import type { ImportDetail } from "#/domain/catalogue/queries/read-import";
import { tableLabels } from "#/platform/i18n/table-labels";
import { Section } from "#/ui/card";
import { DataTable } from "#/ui/data-table";
import type { Column } from "#/ui/table-types";
import { reasonText } from "../reason-text";
import { routes } from "../routes";

/** Entries shown in the page; the others are in the report to download. */
const shownMax = 200;

type RowReportProps = {
  readonly importId: string;
  readonly title: string;
  readonly description: string;
  readonly entries: ImportDetail["problems"];
  readonly count: number;
};

/** Rows of a file with their number, column and reason. */
export async function RowReport({ importId, title, description, entries, count }: RowReportProps) {
  const [t, format, locale] = await Promise.all([
    getTranslations("priceLists.detail"),
    getFormatter(),
    getLocale(),
  ]);
  const columns: readonly Column[] = [
    { id: "row", header: t("row"), width: "xs" },
    { id: "column", header: t("column"), width: "sm" },
    { id: "reason", header: t("reason") },
  ];
  const rows = entries.slice(0, shownMax).map((entry, index) => ({
    id: String(index),
    label: `${t("row")} ${entry.row}`,
    cells: {
      row: format.number(entry.row),
      column: entry.column || t("wholeRow"),
      reason: reasonText(entry, locale),
    },
  }));
  const isCut = count > rows.length;
  return (
    <Section title={`${title} (${format.number(count)})`} description={description}>
      <DataTable
        columns={columns}
        rows={rows}
        query={{ path: routes.detail(importId), params: {} }}
        labels={await tableLabels(title)}
        searchable={false}
        empty={{ title }}
      />
      {isCut && (
        <p className="mt-2 text-sm text-ink-muted">
          {t("shown", { shown: rows.length, count, kept: reportEntriesMax })}
        </p>
      )}
    </Section>
  );
}

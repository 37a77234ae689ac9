import { createTranslator } from "next-intl";
import type { ImportDetail } from "#/domain/catalogue/queries/read-import";
import { writeCsv } from "#/platform/csv";
import { type Locale, messagesOf } from "#/platform/i18n/messages";
import { reasonText } from "./reason-text";

/** The report of an import as a CSV file: refused rows first, then remarks on accepted ones. */
export function reportFile(detail: ImportDetail, locale: Locale): string {
  const t = createTranslator({ locale, messages: messagesOf[locale], namespace: "priceLists.report" });
  const rowsOf = (kind: string, entries: ImportDetail["problems"]) =>
    entries.map((entry) => [kind, entry.row, entry.column, reasonText(entry, locale), entry.code]);
  return writeCsv([
    [t("kind"), t("row"), t("column"), t("reason"), t("code")],
    ...rowsOf(t("refused"), detail.problems),
    ...rowsOf(t("note"), detail.notices),
  ]);
}

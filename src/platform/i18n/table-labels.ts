import "server-only";
import { getTranslations } from "next-intl/server";
import type { TableLabels } from "#/ui/table-types";

/** The words every table needs, in the reader's language; the caption and what the search finds are the list's own. */
export async function tableLabels(caption: string, searchHint?: string): Promise<TableLabels> {
  const t = await getTranslations("table");
  return {
    caption,
    searchHint,
    search: t("search"),
    filters: t("filters"),
    removeFilter: t("removeFilter"),
    clearFilters: t("clearFilters"),
    noMatches: t("noMatches"),
    pages: t("pages"),
    first: t("first"),
    previous: t("previous"),
    next: t("next"),
    actions: t("actions"),
    moreActions: t("moreActions"),
    expand: t("expand"),
    collapse: t("collapse"),
    copy: t("copy"),
    copied: t("copied"),
    copyFailed: t("copyFailed"),
    selectAll: t("selectAll"),
    selectRow: t("selectRow"),
  };
}

import { getLocale, getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import { fileBytesMax, importKinds } from "#/domain/catalogue/model";
import type { ImportSummary } from "#/domain/catalogue/queries/list-imports";
import type { Page } from "#/domain/kernel/page";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import { tableLabels } from "#/platform/i18n/table-labels";
import { Card } from "#/ui/card";
import { DataTable } from "#/ui/data-table";
import { PageHeader } from "#/ui/page-header";
import type { TableQuery } from "#/ui/table-types";
import { importColumns, importRows } from "../import-rows";
import { ImportForm, type ImportFormTexts } from "./import-form";
import { RefreshWhileRunning } from "./refresh-while-running";

type PriceListScreenProps = {
  readonly viewer: Viewer;
  readonly page: Page<ImportSummary>;
  readonly query: TableQuery;
};

async function importFormTexts(): Promise<ImportFormTexts> {
  const [t, form] = await Promise.all([getTranslations("priceLists.import"), formLabels()]);
  const megabytes = fileBytesMax / 1_000_000;
  return {
    file: t("file"),
    fileHint: t("fileHint", { megabytes }),
    kind: t("kind"),
    kindHint: t("kindHint"),
    submit: t("submit"),
    cancel: t("cancel"),
    uploading: t("uploading", { file: "{file}" }),
    storing: t("storing", { file: "{file}" }),
    uploaded: t("uploaded", { sent: "{sent}", total: "{total}" }),
    fileMissing: t("fileMissing"),
    fileTooLarge: t("fileTooLarge", { megabytes }),
    summary: t("summary", { count: 1 }),
    cancelled: t("cancelled"),
    offlineTitle: t("offlineTitle"),
    offlineMessage: t("offlineMessage"),
    unreadableTitle: t("unreadableTitle"),
    unreadableMessage: t("unreadableMessage"),
    reference: form.reference,
  };
}

/** **Price lists**: what was imported, when and by whom, and the way to import a file (S-31). */
export async function PriceListScreen({ viewer, page, query }: PriceListScreenProps) {
  const [t, ti, kinds, locale] = await Promise.all([
    getTranslations("priceLists.list"),
    getTranslations("priceLists.import"),
    getTranslations("priceLists.kinds"),
    getLocale(),
  ]);
  const mayImport = can(viewer.actor, "price_list.import");
  const options = importKinds.map((kind) => ({ value: kind, label: kinds(kind) }));
  const isRunning = page.items.some(({ status }) => status === "queued" || status === "running");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {mayImport && (
        <Card title={ti("title")} className="mb-8">
          <ImportForm
            texts={await importFormTexts()}
            kinds={options}
            maxBytes={fileBytesMax}
            locale={locale}
          />
        </Card>
      )}
      <DataTable
        columns={await importColumns()}
        rows={await importRows(page.items, viewer.timeZone ?? "UTC")}
        query={query}
        labels={await tableLabels(t("caption"))}
        searchable={false}
        filters={[{ param: "kind", label: t("kindFilter"), allLabel: t("kindAll"), options }]}
        paging={{
          next: page.next,
          previous: page.previous,
          summary: t("summary", { count: page.items.length }),
        }}
        empty={{ title: t("emptyTitle"), body: mayImport ? t("emptyBody") : t("emptyBodyReader") }}
      />
      {isRunning && <RefreshWhileRunning />}
    </>
  );
}

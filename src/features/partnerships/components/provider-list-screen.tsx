import { getLocale, getTranslations } from "next-intl/server";
import type { Page } from "#/domain/kernel/page";
import type { ProviderSummary } from "#/domain/partnership/queries/list-providers";
import type { Viewer } from "#/platform/auth/viewer";
import { tableLabels } from "#/platform/i18n/table-labels";
import { PageHeader } from "#/ui/page-header";
import { tableQuery } from "../list-address";
import { providerColumns, providerRows } from "../provider-rows";
import { routes } from "../routes";
import { PartnerTable } from "./partner-table";

type ProviderListScreenProps = {
  readonly viewer: Viewer;
  readonly page: Page<ProviderSummary>;
  readonly search: Readonly<Record<string, string | undefined>>;
};

/** **Indirect providers**: the companies the reseller has authorized (S-07, R29). */
export async function ProviderListScreen({ viewer, page, search }: ProviderListScreenProps) {
  const [t, locale] = await Promise.all([getTranslations("partnerships.providers"), getLocale()]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <PartnerTable
        columns={await providerColumns()}
        rows={await providerRows(page.items, viewer, locale)}
        query={tableQuery(routes.providers, search)}
        labels={await tableLabels(t("title"), t("searchHint"))}
        paging={{
          next: page.next,
          previous: page.previous,
          summary: t("summary", { count: page.items.length }),
        }}
        empty={{ title: t("emptyTitle"), body: t("emptyBody") }}
      />
      <p className="mt-6 max-w-[75ch] text-ink-muted">{t("help")}</p>
    </>
  );
}

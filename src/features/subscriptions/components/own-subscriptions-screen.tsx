import { getLocale, getTranslations } from "next-intl/server";
import type { Page } from "#/domain/kernel/page";
import type { OwnSubscription } from "#/domain/subscription/queries/list-own-subscriptions";
import type { Viewer } from "#/platform/auth/viewer";
import { tableLabels } from "#/platform/i18n/table-labels";
import { DataTable } from "#/ui/data-table";
import { PageHeader } from "#/ui/page-header";
import { ownColumns, ownRows } from "../own-rows";
import { routes } from "../routes";

type OwnSubscriptionsScreenProps = { readonly viewer: Viewer; readonly page: Page<OwnSubscription> };

/** A customer's own **Subscriptions**, each with its **Designated support contact** (S-26, C6, C8, R122). */
export async function OwnSubscriptionsScreen({ viewer, page }: OwnSubscriptionsScreenProps) {
  const [t, tList, locale] = await Promise.all([
    getTranslations("subscriptions.own"),
    getTranslations("subscriptions.list"),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <DataTable
        columns={await ownColumns()}
        rows={await ownRows(page.items, { locale, timeZone: viewer.timeZone ?? "UTC" })}
        query={{ path: routes.own, params: {} }}
        labels={await tableLabels(t("title"))}
        paging={{
          next: page.next,
          previous: page.previous,
          summary: tList("summary", { count: page.items.length }),
        }}
        searchable={false}
        empty={{ title: tList("emptyTitle"), body: tList("emptyOwn") }}
      />
    </>
  );
}

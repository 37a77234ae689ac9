import { getLocale, getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import type { Page } from "#/domain/kernel/page";
import type { ResellerSummary } from "#/domain/partnership/queries/list-resellers";
import type { Viewer } from "#/platform/auth/viewer";
import { tableLabels } from "#/platform/i18n/table-labels";
import { Banner } from "#/ui/banner";
import { PageHeader } from "#/ui/page-header";
import { tableQuery } from "../list-address";
import { resellerColumns, resellerRows } from "../reseller-rows";
import { routes } from "../routes";
import { AccessGuide } from "./access-guide";
import { BeforeYouInvite } from "./before-you-invite";
import { PartnerTable } from "./partner-table";
import { RequestPartnershipButton } from "./request-partnership-button";
import { ResellerTabs } from "./reseller-tabs";

type ResellerListScreenProps = {
  readonly viewer: Viewer;
  readonly page: Page<ResellerSummary>;
  readonly search: Readonly<Record<string, string | undefined>>;
};

/** **Indirect resellers**: the provider's partnerships, and how new ones come about (S-04, spans 133–135, 144, 155). */
export async function ResellerListScreen({ viewer, page, search }: ResellerListScreenProps) {
  const [t, locale] = await Promise.all([getTranslations("partnerships.list"), getLocale()]);
  const mayRequest = can(viewer.actor, "partnership.request");
  const request = mayRequest && <RequestPartnershipButton />;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={request} />
      {viewer.programStatus === "suspended" && mayRequest && <Banner tone="warning" title={t("suspended")} />}
      {mayRequest && <ResellerTabs current="partners" />}
      <PartnerTable
        columns={await resellerColumns()}
        rows={await resellerRows(page.items, viewer, locale)}
        query={tableQuery(routes.resellers, search)}
        labels={await tableLabels(t("title"), t("searchHint"))}
        paging={{
          next: page.next,
          previous: page.previous,
          summary: t("summary", { count: page.items.length }),
        }}
        empty={{ title: t("emptyTitle"), body: t("emptyBody"), action: request }}
      />
      <div className="mt-8 grid gap-8 xl:grid-cols-[2fr_1fr]">
        <div>
          <AccessGuide />
        </div>
        <div>
          <BeforeYouInvite />
        </div>
      </div>
    </>
  );
}

import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { Page } from "#/domain/kernel/page";
import type { InvitationSummary } from "#/domain/partnership/queries/list-invitations";
import type { Viewer } from "#/platform/auth/viewer";
import { formLabels } from "#/platform/i18n/form-labels";
import { tableLabels } from "#/platform/i18n/table-labels";
import { PageHeader } from "#/ui/page-header";
import { ToastOnLoad } from "#/ui/toast";
import { invitationColumns, invitationRows } from "../invitation-rows";
import { tableQuery } from "../list-address";
import { routes } from "../routes";
import { InvitationTable } from "./invitation-table";
import { RequestPartnershipButton } from "./request-partnership-button";
import { ResellerTabs } from "./reseller-tabs";

type InvitationListScreenProps = {
  readonly viewer: Viewer;
  readonly page: Page<InvitationSummary>;
  readonly search: Readonly<Record<string, string | undefined>>;
};

/** **Pending invitations**: which links are out, what became of each, and the way to revoke them (S-04, G9). */
export async function InvitationListScreen({ viewer, page, search }: InvitationListScreenProps) {
  const [tl, t, common, locale] = await Promise.all([
    getTranslations("partnerships.list"),
    getTranslations("partnerships.pending"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { shared, revoked, ...listed } = search;
  const news = shared ? t("shared") : revoked ? t("revoked") : undefined;
  return (
    <>
      <PageHeader
        title={tl("title")}
        description={tl("description")}
        actions={<RequestPartnershipButton />}
      />
      <ResellerTabs current="pending" />
      <InvitationTable
        columns={await invitationColumns()}
        rows={await invitationRows(page.items, locale, viewer.timeZone)}
        query={tableQuery(routes.invitations, listed)}
        labels={await tableLabels(t("title"))}
        filters={[
          {
            param: "view",
            label: t("filter"),
            allLabel: t("filterOpen"),
            options: [{ value: "all", label: t("filterAll") }],
          },
        ]}
        paging={{
          next: page.next,
          previous: page.previous,
          summary: t("summary", { count: page.items.length }),
        }}
        empty={{ title: t("emptyTitle"), body: t("emptyBody") }}
        texts={{
          linkCopied: t("linkCopied"),
          linkNotCopied: t("linkNotCopied"),
          revokeTitle: t("revokeTitle"),
          revokeBody: t("revokeBody"),
          revoke: t("revoke"),
          cancel: common("cancel"),
        }}
        formLabels={await formLabels()}
        idempotencyKey={randomUUID()}
      />
      {news && <ToastOnLoad title={news} />}
    </>
  );
}

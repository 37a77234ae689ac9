import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { can } from "#/domain/authorisation/authorise";
import type { Page } from "#/domain/kernel/page";
import type { SubscriptionListItem } from "#/domain/subscription/model";
import type { Viewer } from "#/platform/auth/viewer";
import { tableLabels } from "#/platform/i18n/table-labels";
import { ButtonLink } from "#/ui/button";
import { DataTable } from "#/ui/data-table";
import { routes } from "../routes";
import { subscriptionColumns, subscriptionRows } from "../subscription-rows";

type SubscriptionListProps = {
  readonly viewer: Viewer;
  readonly capacity: "provider" | "reseller";
  readonly customerId: string;
  readonly page: Page<SubscriptionListItem>;
  /** The address of the page the list stands on. */
  readonly path: string;
};

/** A customer's subscriptions; for a provider each leads to its detail (S-19, spans 217, 218, 223). */
export async function SubscriptionList(props: SubscriptionListProps) {
  const { viewer, capacity, customerId, page } = props;
  const [t, locale] = await Promise.all([getTranslations("subscriptions.list"), getLocale()]);
  const isProvider = capacity === "provider";
  const add: ReactNode = isProvider && can(viewer.actor, "order.place") && (
    <ButtonLink href={routes.add(customerId)} tone="primary">
      {t("add")}
    </ButtonLink>
  );
  return (
    <DataTable
      columns={await subscriptionColumns()}
      rows={
        await subscriptionRows(page.items, {
          locale,
          timeZone: viewer.timeZone ?? "UTC",
          hrefOf: isProvider ? (id) => routes.detail(customerId, id) : undefined,
        })
      }
      query={{ path: props.path, params: {} }}
      labels={await tableLabels(t("caption"))}
      paging={{
        next: page.next,
        previous: page.previous,
        summary: t("summary", { count: page.items.length }),
      }}
      searchable={false}
      empty={{
        title: t("emptyTitle"),
        body: isProvider ? t("emptyProvider") : t("emptyReseller"),
        action: add,
      }}
    />
  );
}

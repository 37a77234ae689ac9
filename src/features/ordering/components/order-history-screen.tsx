import { getLocale, getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import { isCurrency } from "#/domain/kernel/currency";
import { formatMoney, moneyOf } from "#/domain/kernel/money";
import type { OrderHistory, OrderHistoryItem } from "#/domain/ordering/queries/list-orders";
import type { Viewer } from "#/platform/auth/viewer";
import { showInstant } from "#/platform/i18n/format";
import { tableLabels } from "#/platform/i18n/table-labels";
import { Breadcrumb } from "#/ui/breadcrumb";
import { ButtonLink } from "#/ui/button";
import { DataTable } from "#/ui/data-table";
import { PageHeader } from "#/ui/page-header";
import type { Column, TableRow } from "#/ui/table-types";

type OrderHistoryScreenProps = { readonly viewer: Viewer; readonly history: OrderHistory };

const toneOf = { pending: "info", completed: "success", cancelled: "neutral" } as const;

/** The page **Order history** of a customer (S-22). */
export async function OrderHistoryScreen({ viewer, history }: OrderHistoryScreenProps) {
  const [t, shell] = await Promise.all([getTranslations("ordering.history"), getTranslations("shell")]);
  const { customer } = history;
  const path = `/provider/customers/${customer.id}/orders`;
  const rows = await Promise.all(history.items.map((order) => toRow(order, viewer)));
  const showsTotals = history.items.some(({ totalMinor }) => totalMinor !== null);
  const columns: readonly (Column | false)[] = [
    { id: "number", header: t("number"), kind: "code" },
    { id: "date", header: t("date"), kind: "timestamp" },
    { id: "lines", header: t("lines"), width: "lg" },
    { id: "quantity", header: t("quantity"), kind: "number" },
    { id: "placedBy", header: t("placedBy") },
    { id: "reseller", header: t("reseller") },
    { id: "status", header: t("status"), kind: "badge" },
    showsTotals && { id: "total", header: t("total"), kind: "money" },
  ];
  const add = can(viewer.actor, "order.place") && (
    <ButtonLink href={`/provider/customers/${customer.id}/subscriptions/new`} tone="primary" icon="plus">
      {t("addSubscription")}
    </ButtonLink>
  );
  return (
    <>
      <Breadcrumb
        label={shell("breadcrumb")}
        items={[
          { label: shell("home"), href: "/provider" },
          { label: shell("customers"), href: "/provider/customers" },
          { label: customer.companyName, href: `/provider/customers/${customer.id}` },
          { label: t("title") },
        ]}
      />
      <PageHeader
        title={t("title")}
        description={t("lead", { company: customer.companyName })}
        actions={add}
      />
      <DataTable
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        query={{ path, params: {} }}
        labels={await tableLabels(t("title"))}
        paging={{ previous: history.previous, next: history.next }}
        searchable={false}
        empty={{ title: t("empty"), action: add || undefined }}
      />
    </>
  );
}

async function toRow(order: OrderHistoryItem, viewer: Viewer): Promise<TableRow> {
  const [t, locale] = await Promise.all([getTranslations("ordering.history"), getLocale()]);
  const placed = showInstant(order.placedAt, locale, viewer.timeZone ?? "UTC");
  const { currency, totalMinor } = order;
  return {
    id: order.id,
    label: order.number,
    cells: {
      number: order.number,
      date: { text: placed.utc, instant: placed.iso, title: placed.local },
      lines: order.lines
        .map(({ quantity, offerName }) => t("line", { quantity, name: offerName }))
        .join(", "),
      quantity: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      placedBy: order.placedByName,
      reseller: order.resellerName,
      status: { text: t(`statuses.${order.status}`), tone: toneOf[order.status] },
      total:
        totalMinor === null || !isCurrency(currency)
          ? null
          : formatMoney(moneyOf(BigInt(totalMinor), currency), locale),
    },
  };
}

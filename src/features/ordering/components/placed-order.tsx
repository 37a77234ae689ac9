"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ConfirmedOrder } from "#/domain/ordering/placement";
import { showInstant } from "#/platform/i18n/format";
import { StatusChip } from "#/ui/badge";
import { Card } from "#/ui/card";
import { DescriptionList } from "#/ui/description-list";
import { Timestamp } from "#/ui/timestamp";
import { OrderLines } from "./order-lines";
import { OrderTotals } from "./order-totals";

type PlacedOrderProps = { readonly order: ConfirmedOrder; readonly timeZone: string };

/** An order that has been placed: its number, its lines, what it comes to (S-13). */
export function PlacedOrder({ order, timeZone }: PlacedOrderProps) {
  const t = useTranslations("ordering.confirmation");
  const review = useTranslations("ordering.review");
  const locale = useLocale();
  const placed = showInstant(new Date(order.placedAt), locale, timeZone);
  return (
    <Card title={t("orderPlaced")} level={3}>
      <div className="grid gap-4">
        <DescriptionList
          layout="columns"
          items={[
            { term: t("orderNumber"), description: <code translate="no">{order.number}</code> },
            {
              term: t("placedAt"),
              description: <Timestamp instant={placed.iso} utc={placed.utc} local={placed.local} />,
            },
            { term: t("status"), description: <StatusChip tone="success">{t("fulfilled")}</StatusChip> },
          ]}
        />
        <OrderLines lines={order.lines} currency={order.currency} caption={review("subscriptionsSection")} />
        <OrderTotals order={order} timeZone={timeZone} />
      </div>
    </Card>
  );
}

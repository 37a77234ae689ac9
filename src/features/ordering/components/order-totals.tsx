"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ShownLine, ShownTotals } from "#/domain/ordering/placement";
import { showInstant } from "#/platform/i18n/format";
import { DescriptionList } from "#/ui/description-list";
import { Timestamp } from "#/ui/timestamp";
import { seatsIn } from "../cart";
import { useMoney } from "../use-money";

type OrderTotalsProps = {
  readonly order: ShownTotals & { readonly lines: readonly ShownLine[] };
  readonly timeZone: string;
};

/** What an order comes to, in numbers and in words, and until when it can be taken back (S-12). */
export function OrderTotals({ order, timeZone }: OrderTotalsProps) {
  const t = useTranslations("ordering.review");
  const locale = useLocale();
  const money = useMoney(order.currency);
  const [first] = order.lines;
  const until = first && showInstant(new Date(first.cancellableUntil), locale, timeZone);
  const counts = { lines: order.lines.length, seats: seatsIn(order.lines) };
  const prices = order.totalMinor !== null && [
    { term: t("total"), description: <strong className="tabular-nums">{money(order.totalMinor)}</strong> },
    {
      term: t("firstCharge"),
      description: <span className="tabular-nums">{money(order.firstChargeMinor)}</span>,
    },
  ];
  return (
    <div className="grid gap-4">
      <DescriptionList
        layout="columns"
        items={[
          ...(prices || []),
          ...(until
            ? [
                {
                  term: t("cancellable"),
                  description: (
                    <>
                      <Timestamp instant={until.iso} utc={until.utc} local={until.local} />
                      {until.local !== until.utc.replace(/ UTC$/, "") && (
                        <span className="block text-ink-muted text-sm">{`${until.local} (${timeZone})`}</span>
                      )}
                    </>
                  ),
                },
              ]
            : []),
          { term: t("reseller"), description: order.resellerName ?? t("direct") },
        ]}
      />
      <p className="max-w-prose">
        {order.totalMinor === null
          ? t("sentenceNoPrices", counts)
          : t(order.totalMinor === order.firstChargeMinor ? "sentenceOnce" : "sentence", {
              ...counts,
              total: money(order.totalMinor),
              firstCharge: money(order.firstChargeMinor),
            })}{" "}
        {order.totalMinor !== null && <span className="text-ink-muted">{t("tax")}</span>}
      </p>
    </div>
  );
}

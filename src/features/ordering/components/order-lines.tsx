"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ShownLine } from "#/domain/ordering/placement";
import { showDay } from "#/platform/i18n/format";
import { useMoney } from "../use-money";

type Line = ShownLine & { readonly formerUnitPriceMinor?: string | null };

type OrderLinesProps = {
  readonly lines: readonly Line[];
  readonly currency: string;
  readonly caption: string;
};

/** The lines of an order as a table: what, for how long, how many, at what price. On a phone each line is a card. */
export function OrderLines({ lines, currency, caption }: OrderLinesProps) {
  const t = useTranslations("ordering.review");
  const choices = useTranslations("ordering.choices");
  const terms = useTranslations("ordering.terms");
  const billings = useTranslations("ordering.billings");
  const locale = useLocale();
  const money = useMoney(currency);
  const showsPrices = lines.some((line) => line.unitPriceMinor !== null);
  const day = (instant: string) => showDay(new Date(instant), locale);
  return (
    <div className="tt-table-scroll">
      <table className="tt-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("offer")}</th>
            <th scope="col">{t("term")}</th>
            <th scope="col">{t("period")}</th>
            <th scope="col" className="num">
              {t("quantity")}
            </th>
            {showsPrices && (
              <>
                <th scope="col" className="num">
                  {t("unitPrice")}
                </th>
                <th scope="col" className="num">
                  {t("amount")}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an order have no other name and never move
            <tr key={index} data-row={index}>
              <th scope="row">
                {line.offerName}
                {line.productTitle !== line.offerName && <small>{line.productTitle}</small>}
              </th>
              <td data-l={t("term")}>
                {choices("withoutPrice", {
                  term: terms(line.termDuration),
                  billing: billings(line.billingCycle),
                })}
              </td>
              <td data-l={t("period")}>
                {t("periodText", { start: day(line.startsAt), end: day(line.commitmentEndsAt) })}
              </td>
              <td data-l={t("quantity")} className="num">
                {line.quantity.toLocaleString(locale)}
              </td>
              {showsPrices && (
                <>
                  <td data-l={t("unitPrice")} className="num">
                    {money(line.unitPriceMinor)}
                    {line.formerUnitPriceMinor && (
                      <small className="text-warning-ink">
                        {t("formerPrice", { price: money(line.formerUnitPriceMinor) })}
                      </small>
                    )}
                  </td>
                  <td data-l={t("amount")} className="num">
                    {money(line.amountMinor)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

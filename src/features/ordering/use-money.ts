"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";
import { isCurrency } from "#/domain/kernel/currency";
import { formatMoney, moneyOf } from "#/domain/kernel/money";

/** Writes whole minor units of a currency for the reader, exactly; `null` (a price that may not be read) gives a dash. */
export function useMoney(currency: string): (minor: string | number | bigint | null) => string {
  const locale = useLocale();
  return useCallback(
    (minor) => {
      if (minor === null) return "–";
      return isCurrency(currency)
        ? formatMoney(moneyOf(BigInt(minor), currency), locale)
        : `${minor} ${currency}`;
    },
    [currency, locale],
  );
}

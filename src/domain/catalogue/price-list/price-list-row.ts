import type { Currency } from "#/domain/kernel/currency";
import type { Money } from "#/domain/kernel/money";
import type { BillingCycle, TermDuration } from "#/domain/subscription/term";

/** What a row says of itself against the list before; an API price sheet says nothing. */
export type ChangeIndicator = "add" | "change" | "delete" | "unchanged";

/** Who a price is for, in the words of the price lists. */
export const priceSegments = ["Commercial", "Education", "Government", "Charity"] as const;

/** One of the segments of the price lists. */
export type PriceSegment = (typeof priceSegments)[number];

/**
 * One price of a licence price list. Prices are exact amounts in minor units: the lists of licences print at most as many
 * decimals as the currency has, and a finer price is refused rather than rounded.
 */
export type PriceListRow = {
  /** The row's number as a spreadsheet counts; the header is 1. */
  readonly row: number;
  readonly changeIndicator: ChangeIndicator | null;
  readonly productId: string;
  readonly productTitle: string;
  readonly skuId: string;
  readonly skuTitle: string;
  readonly publisher: string;
  readonly description: string;
  readonly unitOfMeasure: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly market: string;
  readonly currency: Currency;
  /** Partner price of one seat for the whole term, however it is charged. */
  readonly unitPrice: Money;
  /** Recommended retail price, when the list has one. */
  readonly erpPrice: Money | null;
  /** Seats from which the price counts; 0 when the price has no tiers. */
  readonly tierMinimum: number;
  readonly tierMaximum: number | null;
  readonly effectiveStart: Date;
  /** The last millisecond of the printed last second, so the price counts up to and with it; `null` for the year 9999. */
  readonly effectiveEnd: Date | null;
  readonly segment: PriceSegment;
  readonly tags: readonly string[];
  readonly isTrial: boolean;
  /** What a changed row said before, by column; `null` when the list does not say or says it in an unknown form. */
  readonly previousValues: Readonly<Record<string, string>> | null;
};

/** What makes two rows prices of the same thing; only their dates may then differ (the catalogue's natural key). */
export function priceKeyOf(row: PriceListRow): string {
  const { market, currency, segment, productId, skuId, termDuration, billingCycle, tierMinimum } = row;
  return [market, currency, segment, productId, skuId, termDuration, billingCycle, tierMinimum].join("|");
}

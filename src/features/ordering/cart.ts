import type { OrderLineRequest } from "#/domain/ordering/model";
import type { OrderBillingCycle } from "#/domain/ordering/offer-words";
import type { OrderReview } from "#/domain/ordering/queries/review-order";
import type { CatalogueItem, OfferChoice } from "#/domain/ordering/queries/search-catalogue";
import type { TermDuration } from "#/domain/subscription/term";

/** One chosen subscription in the browser, not yet ordered. */
export type CartLine = {
  readonly id: string;
  readonly productId: string;
  readonly skuId: string;
  readonly name: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: OrderBillingCycle;
  /** As shown; `null` for roles without pricing. */
  readonly unitPriceMinor: number | null;
  readonly minimum: number;
  readonly maximum: number;
  /** `null` while what is typed is no whole number. */
  readonly quantity: number | null;
  /** Grows when the quantity is changed from outside its own control, which is then made anew. */
  readonly revision: number;
};

/** What is going to be ordered, and in which capacity. */
export type Cart = {
  readonly lines: readonly CartLine[];
  readonly resellerId: string | null;
  readonly isAttested: boolean;
  /** The reseller that was proposed: the one the customer is associated with. */
  readonly proposedResellerId: string | null;
  /** What the prices in the lines count for. */
  readonly pricesFor: string;
};

/** Nothing chosen yet, for a customer associated with this reseller, who is proposed as reseller of record. */
export function emptyCart(resellerId: string | null): Cart {
  return { lines: [], resellerId, isAttested: false, proposedResellerId: resellerId, pricesFor: "" };
}

/** Puts an offer into the cart; the same offer with the same term and billing adds to its line. */
export function withOffer(
  lines: readonly CartLine[],
  item: CatalogueItem,
  choice: OfferChoice,
  quantity: number,
): readonly CartLine[] {
  const id = [item.productId, item.skuId, choice.termDuration, choice.billingCycle].join(":");
  if (lines.some((line) => line.id === id)) {
    return lines.map((line) =>
      line.id === id ? { ...line, quantity: (line.quantity ?? 0) + quantity } : line,
    );
  }
  const line: CartLine = {
    id,
    productId: item.productId,
    skuId: item.skuId,
    name: item.skuTitle,
    termDuration: choice.termDuration,
    billingCycle: choice.billingCycle,
    unitPriceMinor: choice.unitPriceMinor,
    minimum: item.minimumQuantity,
    maximum: item.maximumQuantity,
    quantity,
    revision: 0,
  };
  return [...lines, line];
}

/** The lines as the server takes them. What was typed as quantity and is no number becomes one the server refuses. */
export function toRequests(lines: readonly CartLine[]): OrderLineRequest[] {
  return lines.map((line) => ({
    productId: line.productId,
    skuId: line.skuId,
    termDuration: line.termDuration,
    billingCycle: line.billingCycle,
    quantity: line.quantity ?? 0,
    shownUnitPriceMinor: line.unitPriceMinor,
  }));
}

/** The lines with the prices a review has just shown, so that submitting accepts exactly those. */
export function withReviewedPrices(lines: readonly CartLine[], review: OrderReview): readonly CartLine[] {
  return lines.map((line, index) => {
    const price = review.lines[index]?.unitPriceMinor;
    return price === undefined || price === null ? line : { ...line, unitPriceMinor: Number(price) };
  });
}

/** What the lines come to, in minor units; `null` when a price is not shown. Lines without a quantity count nothing. */
export function totalOf(lines: readonly CartLine[]): bigint | null {
  let total = 0n;
  for (const { unitPriceMinor, quantity } of lines) {
    if (unitPriceMinor === null) return null;
    total += BigInt(unitPriceMinor) * BigInt(Math.max(0, quantity ?? 0));
  }
  return total;
}

/** All licences of the lines. */
export function seatsIn(lines: readonly { readonly quantity: number | null }[]): number {
  return lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
}

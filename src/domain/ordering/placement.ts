import { newId } from "../kernel/ids";
import type { TermDuration } from "../subscription/term";
import type { OrderDraft, OrderLineDraft } from "./model";
import type { OrderBillingCycle } from "./offer-words";
import { orderNumberOf } from "./order-number";

/** A line with the ids of what it makes. */
export type PlacedLine = OrderLineDraft & { readonly subscriptionId: string; readonly batchId: string };

/** An order ready to be stored: every id chosen, so that one statement can write all of it. */
export type OrderPlacement = {
  readonly orderId: string;
  readonly number: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly firstChargeMinor: bigint;
  readonly reseller: OrderDraft["reseller"];
  readonly lines: readonly PlacedLine[];
};

/** Gives a decided order its number and ids. */
export function toPlacement(draft: OrderDraft, now: Date): OrderPlacement {
  const orderId = newId();
  return {
    ...draft,
    orderId,
    number: orderNumberOf(orderId, now),
    placedAt: now,
    lines: draft.lines.map((line) => ({ ...line, subscriptionId: newId(), batchId: newId() })),
  };
}

/**
 * A line as people are told of it; amounts are whole minor units as text, hidden (`null`) from roles without pricing. All
 * of it is JSON.
 */
export type ShownLine = {
  readonly productTitle: string;
  readonly offerName: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: OrderBillingCycle;
  readonly quantity: number;
  readonly unitPriceMinor: string | null;
  readonly amountMinor: string | null;
  readonly startsAt: string;
  readonly commitmentEndsAt: string;
  readonly cancellableUntil: string;
};

/** What an order comes to. */
export type ShownTotals = {
  readonly currency: string;
  readonly totalMinor: string | null;
  readonly firstChargeMinor: string | null;
  readonly resellerName: string | null;
};

function shown(amount: bigint, showsPrices: boolean): string | null {
  return showsPrices ? amount.toString() : null;
}

/** A line for people; `showsPrices` says whether their roles may read pricing (A26). */
export function toShownLine(line: OrderLineDraft, showsPrices: boolean): ShownLine {
  return {
    productTitle: line.offer.productTitle,
    offerName: line.offerName,
    termDuration: line.request.termDuration,
    billingCycle: line.request.billingCycle,
    quantity: line.request.quantity,
    unitPriceMinor: shown(line.unitPriceMinor, showsPrices),
    amountMinor: shown(line.amountMinor, showsPrices),
    startsAt: line.startsAt.toISOString(),
    commitmentEndsAt: line.commitmentEndsAt.toISOString(),
    cancellableUntil: line.cancellableUntil.toISOString(),
  };
}

/** The totals of an order for people. */
export function toShownTotals(order: OrderDraft, showsPrices: boolean): ShownTotals {
  return {
    currency: order.currency,
    totalMinor: shown(order.totalMinor, showsPrices),
    firstChargeMinor: shown(order.firstChargeMinor, showsPrices),
    resellerName: order.reseller?.companyName ?? null,
  };
}

/** A placed order as the confirmation tells it; a repeated submission gets the same (R49). */
export type ConfirmedOrder = ShownTotals & {
  readonly orderId: string;
  readonly number: string;
  readonly placedAt: string;
  readonly lines: readonly (ShownLine & { readonly subscriptionId: string })[];
};

/** What the person who ordered is told. */
export function toConfirmation(placement: OrderPlacement, showsPrices: boolean): ConfirmedOrder {
  return {
    ...toShownTotals(placement, showsPrices),
    orderId: placement.orderId,
    number: placement.number,
    placedAt: placement.placedAt.toISOString(),
    lines: placement.lines.map((line) => ({
      ...toShownLine(line, showsPrices),
      subscriptionId: line.subscriptionId,
    })),
  };
}

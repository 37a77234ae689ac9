import { newId } from "../kernel/ids";
import type { TermDuration } from "../subscription/term";
import type { OrderBillingCycle, OrderDraft, OrderLineDraft } from "./model";
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

/** A placed line as the confirmation tells it; amounts are whole minor units as text, hidden (`null`) from roles without pricing. */
export type ConfirmedLine = {
  readonly subscriptionId: string;
  readonly productTitle: string;
  readonly offerName: string;
  readonly termDuration: TermDuration;
  readonly billingCycle: OrderBillingCycle;
  readonly quantity: number;
  readonly unitPriceMinor: string | null;
  readonly amountMinor: string | null;
  readonly commitmentEndsAt: string;
  readonly cancellableUntil: string;
};

/** A placed order as the confirmation tells it, all of it JSON, so that a repeated submission gets the same (R49). */
export type ConfirmedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly placedAt: string;
  readonly currency: string;
  readonly totalMinor: string | null;
  readonly firstChargeMinor: string | null;
  readonly resellerName: string | null;
  readonly lines: readonly ConfirmedLine[];
};

/** What the person who ordered is told; `showsPrices` says whether their roles may read pricing (A26). */
export function toConfirmation(placement: OrderPlacement, showsPrices: boolean): ConfirmedOrder {
  const shown = (amount: bigint) => (showsPrices ? amount.toString() : null);
  return {
    orderId: placement.orderId,
    number: placement.number,
    placedAt: placement.placedAt.toISOString(),
    currency: placement.currency,
    totalMinor: shown(placement.totalMinor),
    firstChargeMinor: shown(placement.firstChargeMinor),
    resellerName: placement.reseller?.companyName ?? null,
    lines: placement.lines.map((line) => ({
      subscriptionId: line.subscriptionId,
      productTitle: line.offer.productTitle,
      offerName: line.offerName,
      termDuration: line.request.termDuration,
      billingCycle: line.request.billingCycle,
      quantity: line.request.quantity,
      unitPriceMinor: shown(line.unitPriceMinor),
      amountMinor: shown(line.amountMinor),
      commitmentEndsAt: line.commitmentEndsAt.toISOString(),
      cancellableUntil: line.cancellableUntil.toISOString(),
    })),
  };
}

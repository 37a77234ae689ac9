import { findMarket } from "../geography/markets";
import { calendarDateAt } from "../kernel/calendar-date";
import { isCurrency } from "../kernel/currency";
import { conflict, invalid, rejected } from "../kernel/failure";
import type { FieldProblem } from "../kernel/field-problem";
import { moneyOf, toDecimalText } from "../kernel/money";
import { ok, type Result } from "../kernel/result";
import { changeWindowEndsAt, commitmentEndsAt, isCycleWithinTerm, termOf } from "../subscription/term";
import { firstChargeOf } from "./charges";
import type { OfferFacts, OrderDraft, OrderFacts, OrderLineDraft, OrderLineRequest } from "./model";
import { seatRangeOf, segmentsOpenTo } from "./offer-limits";
import { findResellerProblem } from "./reseller-standing";

/** What the person asks for. `resellerId` null: the customer deals with the provider directly (R41, R97). */
export type OrderRequest = {
  readonly resellerId: string | null;
  readonly lines: readonly OrderLineRequest[];
};

/** Codes under which an order is refused as a whole, before any line is looked at. */
function findOrderRefusal({ seller, buyer, priceMarket }: OrderFacts) {
  if (seller.programStatus !== "active") return rejected("ordering.provider_suspended");
  if (!seller.hasSignedAgreement) return rejected("ordering.provider_agreement_missing");
  if (findMarket(buyer.country)?.cspRegion !== seller.cspRegion) return rejected("ordering.customer_region");
  if (buyer.agreementStatus === "missing") return rejected("ordering.agreement_missing");
  if (buyer.reviewStatus === "under_review") return rejected("ordering.customer_under_review");
  if (buyer.reviewStatus !== "ok") return rejected("ordering.customer_not_approved");
  if (priceMarket === null) return rejected("ordering.no_price_list", { currency: buyer.currency });
  return undefined;
}

function findLineProblem(
  field: string,
  request: OrderLineRequest,
  offer: OfferFacts | null | undefined,
  openSegments: readonly string[],
): FieldProblem | undefined {
  if (!offer) return { field, code: "ordering.offer_unknown" };
  const name = { name: offer.skuTitle };
  if (!openSegments.includes(offer.segment))
    return { field, code: "ordering.segment_not_open", params: name };
  if (offer.unitPriceMinor === null) return { field, code: "ordering.offer_not_sold", params: name };
  if (!isCycleWithinTerm(request.billingCycle, request.termDuration)) {
    return { field, code: "ordering.billing_longer_than_term", params: name };
  }
  if (offer.isTrial && offer.isProductOwned) return { field, code: "ordering.trial_used", params: name };
  const { minimum, maximum } = seatRangeOf(offer);
  if (request.quantity < minimum || request.quantity > maximum) {
    return { field: `${field}.quantity`, code: "ordering.quantity_range", params: { minimum, maximum } };
  }
  return undefined;
}

function listLineProblems({ buyer, offers }: OrderFacts, lines: readonly OrderLineRequest[]) {
  const open = segmentsOpenTo(buyer.segment);
  const trials = new Set<string>();
  return lines.flatMap((request, index) => {
    const field = `lines.${index}`;
    const offer = offers[index];
    const problem = findLineProblem(field, request, offer, open);
    if (problem) return [problem];
    if (!offer?.isTrial) return [];
    if (trials.has(request.productId))
      return [{ field, code: "ordering.trial_used", params: { name: offer.skuTitle } }];
    trials.add(request.productId);
    return [];
  });
}

function toDraft(request: OrderLineRequest, offer: OfferFacts, now: Date): OrderLineDraft {
  const unitPriceMinor = offer.unitPriceMinor ?? 0n;
  const amountMinor = unitPriceMinor * BigInt(request.quantity);
  const { minimum, maximum } = seatRangeOf(offer);
  return {
    request,
    offer,
    offerName: offer.skuTitle,
    minimumQuantity: minimum,
    maximumQuantity: maximum,
    unitPriceMinor,
    amountMinor,
    firstChargeMinor: firstChargeOf(amountMinor, request.termDuration, request.billingCycle),
    startsAt: now,
    commitmentEndsAt: commitmentEndsAt(termOf(calendarDateAt(now), request.termDuration)),
    cancellableUntil: changeWindowEndsAt(now),
  };
}

function priceText(amountMinor: bigint | number, currency: string): string {
  if (!isCurrency(currency)) return `${amountMinor} ${currency}`;
  return `${toDecimalText(moneyOf(amountMinor, currency))} ${currency}`;
}

function findPriceChange(lines: readonly OrderLineDraft[], currency: string) {
  const changed = lines.filter(
    ({ request, unitPriceMinor }) =>
      request.shownUnitPriceMinor !== null && BigInt(request.shownUnitPriceMinor) !== unitPriceMinor,
  );
  const [first] = changed;
  if (!first) return undefined;
  return conflict("ordering.price_changed", {
    name: first.offerName,
    old: priceText(first.request.shownUnitPriceMinor ?? 0, currency),
    new: priceText(first.unitPriceMinor, currency),
    others: changed.length - 1,
  });
}

/**
 * Decides whether an order may be placed now, and at what price; all of it or nothing. Refuses with problems at the
 * reseller or at the lines, with a code of `ordering.*` for the order as a whole, or with `ordering.price_changed` when
 * what the person was shown is no longer the price. Prices come from the facts alone (R20, R25, R50, R67, R91, R93, R105,
 * R119, R137; 2002, 2201–2204, 13605, 800073–800075, 900124, 900270).
 */
export function decideOrder(
  facts: OrderFacts,
  { resellerId, lines }: OrderRequest,
  now: Date,
): Result<OrderDraft> {
  const refusal = findOrderRefusal(facts);
  if (refusal) return refusal;
  const resellerProblem =
    resellerId === null
      ? undefined
      : findResellerProblem("resellerId", facts.reseller, facts.seller.cspRegion);
  const problems = [...(resellerProblem ? [resellerProblem] : []), ...listLineProblems(facts, lines)];
  if (problems.length > 0) return invalid(...problems);
  const drafts = lines.flatMap((request, index) => {
    const offer = facts.offers[index];
    return offer ? [toDraft(request, offer, now)] : [];
  });
  const change = findPriceChange(drafts, facts.buyer.currency);
  if (change) return change;
  return ok({
    currency: facts.buyer.currency,
    reseller: resellerId === null ? null : facts.reseller,
    lines: drafts,
    totalMinor: drafts.reduce((sum, line) => sum + line.amountMinor, 0n),
    firstChargeMinor: drafts.reduce((sum, line) => sum + line.firstChargeMinor, 0n),
  });
}

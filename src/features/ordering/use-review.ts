"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Buyer } from "#/domain/ordering/queries/buyer";
import type { OrderReview } from "#/domain/ordering/queries/review-order";
import type { FormState } from "#/ui/form-state";
import { reviewOrderLookup } from "./actions";
import { type Cart, toRequests } from "./cart";

/** What an order is reviewed for. */
export type ReviewSubject = { readonly buyer: Buyer; readonly associatedResellerId: string | null };

/** How a review stands: on its way, there, refused with problems to correct, or without an answer. */
export type ReviewState =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly review: OrderReview }
  | { readonly status: "refused"; readonly refusal: FormState }
  | { readonly status: "lost" };

/** Asks the server to price and judge the cart now; nothing is written. `lost` when no answer came. */
export async function askReview(
  { buyer, associatedResellerId }: ReviewSubject,
  cart: Cart,
): Promise<ReviewState> {
  const answer = await reviewOrderLookup({
    buyer,
    associatedResellerId,
    resellerId: cart.resellerId,
    lines: toRequests(cart.lines),
    attested: cart.isAttested,
  }).catch(() => undefined);
  if (!answer) return { status: "lost" };
  if (!answer.ok) {
    return { status: "refused", refusal: { status: "failed", ...answer, reference: "", values: {} } };
  }
  const { review, refusal } = answer.value;
  if (review) return { status: "ready", review };
  return refusal ? { status: "refused", refusal } : { status: "lost" };
}

/**
 * The review of a cart, asked for when the step appears and again on demand. `onReview` hears of each answer with prices,
 * so that what is submitted is what was shown. An empty cart has no review.
 */
export function useReview(subject: ReviewSubject, cart: Cart, onReview: (review: OrderReview) => void) {
  const [state, setState] = useState<ReviewState>({ status: "loading" });
  const newest = useRef({ subject, cart, onReview });
  newest.current = { subject, cart, onReview };
  const refresh = useCallback(async () => {
    const { subject: of, cart: now } = newest.current;
    if (now.lines.length === 0) return;
    const next = await askReview(of, now);
    setState(next);
    if (next.status === "ready") newest.current.onReview(next.review);
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return { state, refresh } as const;
}

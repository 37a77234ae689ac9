"use client";

import { useCallback, useState } from "react";
import type { ConfirmedOrder } from "#/domain/ordering/placement";
import type { FormAction, FormState } from "#/ui/form-state";
import { newKey } from "#/ui/new-key";
import { placeOrderAction } from "./actions";
import { type Cart, emptyCart, toRequests, withReviewedPrices } from "./cart";
import type { StepId } from "./components/step-frame";
import { useDraft } from "./use-draft";
import { useLeaveOnBack } from "./use-leave-on-back";
import { askReview, type ReviewSubject } from "./use-review";
import { useStep } from "./use-step";
import type { NewSubscriptionOptions } from "./wizard-options";

const steps = ["subscriptions", "review", "confirmation"] as const satisfies readonly StepId[];
const stepsAtOnce = ["subscriptions", "confirmation"] as const satisfies readonly StepId[];

/** What is kept while subscriptions are being chosen: the cart, and the key under which it is ordered once (R96). */
type OrderDraft = { readonly cart: Cart; readonly key: string };

/**
 * The state of **New subscription**: the cart, the step shown, what the server refused, and the order once it is placed.
 * The order can be submitted at once or after a review (S-11).
 */
export function useNewSubscription(options: NewSubscriptionOptions) {
  const { customer } = options;
  const proposed: OrderDraft = { cart: emptyCart(options.proposedResellerId), key: options.idempotencyKey };
  const draftKey = `new-subscription ${options.userId} ${customer.id}`;
  const { draft, change, discard, forget, generation, isRestored } = useDraft(draftKey, proposed, () => ({
    ...proposed,
    key: newKey(),
  }));
  const { step, go } = useStep<StepId>(steps, "subscriptions");
  const [refusal, setRefusal] = useState<FormState | null>(null);
  const [placed, setPlaced] = useState<ConfirmedOrder | null>(null);
  const [wasReviewed, setReviewed] = useState(false);
  const forgetPlaced = useCallback(() => setPlaced(null), []);
  const customerHref = `/provider/customers/${customer.id}`;
  useLeaveOnBack(placed !== null, forgetPlaced, customerHref);
  const subject: ReviewSubject = { buyer: { customerId: customer.id }, associatedResellerId: null };

  const shown = (): StepId => {
    if (placed || step === "confirmation") return "confirmation";
    return step === "review" && draft.cart.lines.length > 0 ? "review" : "subscriptions";
  };
  const changeCart = (next: (before: Cart) => Cart) =>
    change((before) => ({ ...before, cart: next(before.cart) }));
  const refreshPrices = async () => {
    const answer = await askReview(subject, draft.cart);
    if (answer.status !== "ready") return;
    const { review } = answer;
    changeCart((before) => ({ ...before, lines: withReviewedPrices(before.lines, review) }));
  };
  /** Places the order; problems of lines are shown in the cart, and changed prices are fetched to be looked at. */
  const submit: FormAction = async (before, form) => {
    const answer = await placeOrderAction(before, form);
    const isInvalid = answer.status === "invalid";
    setRefusal(isInvalid ? { ...answer, values: {} } : null);
    if (isInvalid) go("subscriptions");
    if (answer.status === "failed" && answer.code === "ordering.price_changed") await refreshPrices();
    return isInvalid ? { ...answer, values: {} } : answer;
  };
  const finish = ({ data }: Extract<FormState, { status: "done" }>) => {
    forget();
    setPlaced(data as ConfirmedOrder);
    setReviewed(step === "review");
    go("confirmation", "replace");
  };
  const { lines, resellerId, isAttested } = draft.cart;
  return {
    draft,
    generation,
    isRestored,
    steps: placed && !wasReviewed ? stepsAtOnce : steps,
    current: shown(),
    go,
    subject,
    refusal,
    placed,
    changeCart,
    submit,
    finish,
    discard,
    customerHref,
    payload: JSON.stringify({
      customerId: customer.id,
      resellerId,
      lines: toRequests(lines),
      attested: isAttested,
    }),
  } as const;
}

/** Everything the steps of **New subscription** work with. */
export type NewSubscription = ReturnType<typeof useNewSubscription>;

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "#/ui/form-state";
import { SubmitButton } from "#/ui/submit-button";
import type { NewSubscription } from "../use-new-subscription";
import { askReview } from "../use-review";
import type { NewSubscriptionOptions } from "../wizard-options";
import { CartPanel } from "./cart-panel";

type NewSubscriptionCartProps = {
  readonly order: NewSubscription;
  readonly options: NewSubscriptionOptions;
  readonly cancel: ReactNode;
};

/** The cart of **New subscription**: its **Submit** orders at once, **Review** shows everything first (span 215, S-11). */
export function NewSubscriptionCart({ order, options, cancel }: NewSubscriptionCartProps) {
  const t = useTranslations("ordering.steps");
  const texts = useTranslations("ordering.newSubscription");
  const cartTexts = useTranslations("ordering.cart");
  const { cart, key } = order.draft;
  const { customer } = options;
  const act: FormAction = async (before, form) => {
    if (form.get("intent") !== "review") return order.submit(before, form);
    const answer = await askReview(order.subject, cart);
    if (answer.status === "refused") return answer.refusal;
    if (answer.status === "ready") return { status: "done", data: "review" };
    return {
      status: "failed",
      title: t("noAnswerTitle"),
      message: t("noAnswer"),
      code: "no_answer",
      reference: "",
      values: {},
    };
  };
  return (
    <CartPanel
      cart={cart}
      currency={customer.currency}
      onChange={(part) => order.changeCart((before) => ({ ...before, ...part }))}
      options={options}
      resellers={options.resellers}
      associatedName={customer.resellerName}
      emptyText={cartTexts("empty")}
      idempotencyKey={key}
      hidden={{ payload: order.payload }}
      action={act}
      initialState={order.refusal ?? undefined}
      onDone={(state) => (state.data === "review" ? order.go("review") : order.finish(state))}
      buttons={
        <>
          <SubmitButton name="intent" value="submit" disabled={cart.lines.length === 0}>
            {t("submit")}
          </SubmitButton>
          <SubmitButton tone="secondary" name="intent" value="review" disabled={cart.lines.length === 0}>
            {texts("review")}
          </SubmitButton>
          {cancel}
        </>
      }
    />
  );
}

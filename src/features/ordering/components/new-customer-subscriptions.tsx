"use client";

import { useTranslations } from "next-intl";
import { Button } from "#/ui/button";
import type { FormAction } from "#/ui/form-state";
import { SubmitButton } from "#/ui/submit-button";
import { resellerChosen, segmentChosen } from "../account-values";
import type { NewCustomer } from "../use-new-customer";
import { askReview } from "../use-review";
import type { NewCustomerOptions } from "../wizard-options";
import { CancelButton } from "./cancel-button";
import { CartPanel } from "./cart-panel";
import { StepFrame, type StepId } from "./step-frame";
import { SubscriptionsStep } from "./subscriptions-step";

type StepProps = {
  readonly frame: {
    readonly title: "newCustomer";
    readonly steps: readonly StepId[];
    readonly current: StepId;
  };
  readonly wizard: NewCustomer;
  readonly options: NewCustomerOptions;
};

/** Step **Subscriptions** of a new customer: the catalogue of its country, and the cart, which may stay empty (S-11). */
export function NewCustomerSubscriptions({ frame, wizard, options }: StepProps) {
  const t = useTranslations("ordering.steps");
  const catalogue = useTranslations("ordering.catalogue");
  const cartTexts = useTranslations("ordering.cart");
  const { draft } = wizard;
  const { cart, values } = draft;
  const country = values["address.country"] ?? "";
  const associated = resellerChosen(values);
  const buyer = { country, segment: segmentChosen(values) };
  const check: FormAction = async () => {
    if (cart.lines.length === 0) return { status: "done" };
    const answer = await askReview({ buyer, associatedResellerId: associated }, cart);
    if (answer.status === "refused") return answer.refusal;
    if (answer.status === "ready") return { status: "done" };
    return {
      status: "failed",
      title: t("noAnswerTitle"),
      message: t("noAnswer"),
      code: "no_answer",
      reference: "",
      values: {},
    };
  };
  const nameOf = (choices: NewCustomerOptions["resellers"], value: string | null) =>
    choices.find((choice) => choice.value === value)?.label ?? null;
  return (
    <StepFrame
      {...frame}
      onStep={wizard.go}
      description={catalogue("lead")}
      aside={
        <CartPanel
          cart={cart}
          currency={draft.currency}
          onChange={(part) => wizard.changeCart((before) => ({ ...before, ...part }))}
          options={options}
          resellers={options.resellers}
          associatedName={nameOf(options.resellers, associated)}
          emptyText={cartTexts("emptyOptional")}
          idempotencyKey={draft.key}
          action={check}
          initialState={wizard.refusals.order ?? undefined}
          onDone={wizard.finishCart}
          buttons={
            <>
              <SubmitButton>{t("nextReview")}</SubmitButton>
              <Button onClick={() => wizard.go("account")}>{t("back")}</Button>
              <CancelButton asks={wizard.isTouched} onCancel={wizard.discard} href={options.cancelHref} />
            </>
          }
        />
      }
    >
      <SubscriptionsStep
        options={options}
        buyer={buyer}
        onChange={wizard.changeCart}
        nameOfMarket={(market) => nameOf(options.countries, market) ?? market}
        isEmptied={draft.isEmptied}
      />
    </StepFrame>
  );
}

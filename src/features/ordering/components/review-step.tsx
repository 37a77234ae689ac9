"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OrderReview } from "#/domain/ordering/queries/review-order";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";
import { Card } from "#/ui/card";
import { Form } from "#/ui/form";
import type { FormAction, FormState } from "#/ui/form-state";
import { Skeleton } from "#/ui/skeleton";
import { SubmitButton } from "#/ui/submit-button";
import type { Cart } from "../cart";
import { type ReviewState, type ReviewSubject, useReview } from "../use-review";
import type { OrderingOptions } from "../wizard-options";
import { OrderLines } from "./order-lines";
import { OrderTotals } from "./order-totals";

type ReviewStepProps = {
  readonly options: OrderingOptions;
  readonly subject: ReviewSubject;
  readonly cart: Cart;
  /** Takes over the prices a review has shown. */
  readonly onReview: (review: OrderReview) => void;
  /** The sections before the subscriptions. */
  readonly sections?: ReactNode;
  /** Why there are no subscriptions, when there are none. */
  readonly emptyText: string;
  readonly onUpdate?: (() => void) | undefined;
  readonly action: FormAction;
  /** Sends what is to be done; must say nothing else. */
  readonly payload: string;
  readonly idempotencyKey: string;
  readonly submitLabel: string;
  readonly onDone: (state: Extract<FormState, { status: "done" }>) => void;
  readonly buttons: ReactNode;
};

/**
 * Step **Review** (S-12): what will be created, at the prices of this moment. Submitting is possible once they are there;
 * a price that changed meanwhile is refused by the server and shown anew.
 */
export function ReviewStep(props: ReviewStepProps) {
  const { options, subject, cart, onReview, onUpdate } = props;
  const t = useTranslations("ordering.review");
  const steps = useTranslations("ordering.steps");
  const { state, refresh } = useReview(subject, cart, onReview);
  const orders = cart.lines.length > 0;
  const submit: FormAction = async (before, form) => {
    const answer = await props.action(before, form);
    if (answer.status === "failed" && answer.code === "ordering.price_changed") await refresh();
    return answer;
  };
  return (
    <Form
      action={submit}
      labels={options.formLabels}
      idempotencyKey={props.idempotencyKey}
      hidden={{ payload: props.payload }}
      onDone={props.onDone}
    >
      {props.sections}
      <Card
        title={t("subscriptionsSection")}
        level={3}
        actions={
          onUpdate && (
            <Button size="sm" icon="pencil" onClick={onUpdate}>
              {steps("update")}
              <span className="sr-only"> {t("subscriptionsSection")}</span>
            </Button>
          )
        }
      >
        {orders ? (
          <ReviewedOrder state={state} options={options} onRetry={refresh} onUpdate={onUpdate} />
        ) : (
          <p className="text-ink-muted">{props.emptyText}</p>
        )}
      </Card>
      <div className="tt-wizard-footer mt-2">
        <SubmitButton disabled={orders && state.status !== "ready"}>{props.submitLabel}</SubmitButton>
        {props.buttons}
      </div>
    </Form>
  );
}

type ReviewedOrderProps = {
  readonly state: ReviewState;
  readonly options: OrderingOptions;
  readonly onRetry: () => void;
  readonly onUpdate: (() => void) | undefined;
};

function ReviewedOrder({ state, options, onRetry, onUpdate }: ReviewedOrderProps) {
  const t = useTranslations("ordering.review");
  const steps = useTranslations("ordering.steps");
  if (state.status === "loading") return <Skeleton lines={4} shape="table" />;
  if (state.status === "lost") {
    return (
      <Banner
        tone="warning"
        role="alert"
        title={steps("noAnswerTitle")}
        actions={<Button onClick={onRetry}>{steps("tryAgain")}</Button>}
      >
        {steps("noAnswer")}
      </Banner>
    );
  }
  if (state.status === "refused") {
    const { refusal } = state;
    return (
      <Banner
        tone="danger"
        role="alert"
        title={refusal.status === "failed" ? refusal.title : t("problemsTitle")}
        actions={onUpdate && <Button onClick={onUpdate}>{t("toSubscriptions")}</Button>}
      >
        {refusal.status === "failed" && <p>{refusal.message}</p>}
        {refusal.status === "invalid" &&
          Object.values(refusal.fields).map((text) => <p key={text}>{text}</p>)}
      </Banner>
    );
  }
  const { review } = state;
  return (
    <div className="grid gap-4">
      {review.lines.some(({ formerUnitPriceMinor }) => formerUnitPriceMinor !== null) && (
        <Banner tone="warning" role="status" title={t("priceChanged")} />
      )}
      <OrderLines lines={review.lines} currency={review.currency} caption={t("subscriptionsSection")} />
      <OrderTotals order={review} timeZone={options.timeZone} />
    </div>
  );
}

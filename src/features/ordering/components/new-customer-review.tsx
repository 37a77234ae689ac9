"use client";

import { useTranslations } from "next-intl";
import { Button } from "#/ui/button";
import { Card } from "#/ui/card";
import { resellerChosen, segmentChosen } from "../account-values";
import { withReviewedPrices } from "../cart";
import { payloadOf } from "../customer-draft";
import type { NewCustomer } from "../use-new-customer";
import type { NewCustomerOptions } from "../wizard-options";
import { AccountSummary } from "./account-summary";
import { CancelButton } from "./cancel-button";
import { ReviewStep } from "./review-step";
import { StepFrame, type StepId } from "./step-frame";

type StepProps = {
  readonly frame: {
    readonly title: "newCustomer";
    readonly steps: readonly StepId[];
    readonly current: StepId;
  };
  readonly wizard: NewCustomer;
  readonly options: NewCustomerOptions;
};

/** Step **Review** of a new customer: its account info and its first order, each with **Update** (S-12, spans 198–200). */
export function NewCustomerReview({ frame, wizard, options }: StepProps) {
  const t = useTranslations("ordering.steps");
  const review = useTranslations("ordering.review");
  const { draft, orders } = wizard;
  const { values } = draft;
  const subject = {
    buyer: { country: values["address.country"] ?? "", segment: segmentChosen(values) },
    associatedResellerId: resellerChosen(values),
  };
  return (
    <StepFrame {...frame} onStep={wizard.go} description={review("lead")}>
      <ReviewStep
        options={options}
        subject={subject}
        cart={orders ? draft.cart : { ...draft.cart, lines: [] }}
        onReview={(reviewed) =>
          wizard.changeCart((before) => ({ ...before, lines: withReviewedPrices(before.lines, reviewed) }))
        }
        sections={
          <Card
            title={review("accountSection")}
            level={3}
            actions={
              <Button size="sm" icon="pencil" onClick={() => wizard.go("account")}>
                {t("update")}
                <span className="sr-only"> {review("accountSection")}</span>
              </Button>
            }
          >
            <AccountSummary values={values} options={options} />
          </Card>
        }
        emptyText={review(orders ? "noSubscriptions" : "noSubscriptionsDirect")}
        onUpdate={orders ? () => wizard.go("subscriptions") : undefined}
        action={wizard.submit}
        payload={payloadOf(draft, options.canOrder)}
        idempotencyKey={draft.key}
        submitLabel={t("submit")}
        onDone={wizard.finish}
        buttons={
          <>
            <Button onClick={() => wizard.go(orders ? "subscriptions" : "account")}>{t("back")}</Button>
            <CancelButton asks onCancel={wizard.discard} href={options.cancelHref} />
          </>
        }
      />
    </StepFrame>
  );
}

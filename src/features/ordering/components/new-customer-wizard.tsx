"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";
import { useNewCustomer } from "../use-new-customer";
import type { NewCustomerOptions } from "../wizard-options";
import { AccountStep } from "./account-step";
import { CustomerCreated } from "./customer-created";
import { NewCustomerReview } from "./new-customer-review";
import { NewCustomerSubscriptions } from "./new-customer-subscriptions";
import { ShownOnce } from "./shown-once";
import { StepFrame } from "./step-frame";

/**
 * The **New customer** wizard (S-10 to S-13, spans 194–206). Everything stays in this tab until **Submit**; the browser's
 * back and forward move between the steps.
 */
export function NewCustomerWizard({ options }: { readonly options: NewCustomerOptions }) {
  const t = useTranslations("ordering.steps");
  const wizard = useNewCustomer(options);
  const { current, draft, steps, generation } = wizard;
  const frame = { title: "newCustomer", steps, current } as const;
  if (current === "confirmation") {
    return (
      <StepFrame {...frame}>
        {wizard.created ? (
          <CustomerCreated created={wizard.created} timeZone={options.timeZone} />
        ) : (
          <ShownOnce />
        )}
      </StepFrame>
    );
  }
  const notice = wizard.isRestored && (
    <Banner
      tone="info"
      title={t("restoredTitle")}
      className="mb-6"
      actions={<Button onClick={wizard.startOver}>{t("startOver")}</Button>}
    >
      {t("restoredBody")}
    </Banner>
  );
  if (current === "subscriptions") {
    return <NewCustomerSubscriptions frame={frame} wizard={wizard} options={options} />;
  }
  if (current === "review") return <NewCustomerReview frame={frame} wizard={wizard} options={options} />;
  return (
    <StepFrame {...frame}>
      {notice}
      <AccountStep
        key={generation}
        options={options}
        values={draft.values}
        onChange={wizard.changeAccount}
        onNext={wizard.finishAccount}
        onCancel={wizard.discard}
        isTouched={wizard.isTouched}
        initialState={wizard.refusals.account ?? undefined}
      />
    </StepFrame>
  );
}

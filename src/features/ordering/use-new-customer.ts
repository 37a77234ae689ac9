"use client";

import { useCallback, useState } from "react";
import type { FormAction, FormState } from "#/ui/form-state";
import { newKey } from "#/ui/new-key";
import { type AccountValues, differs } from "./account-values";
import { createCustomerAction } from "./actions";
import type { ShownCustomer } from "./answers";
import type { Cart } from "./cart";
import type { StepId } from "./components/step-frame";
import { newDraft, ordersWithCreation, withAccount } from "./customer-draft";
import { partOfRefusal } from "./refusal-parts";
import { useDraft } from "./use-draft";
import { useLeaveOnBack } from "./use-leave-on-back";
import { useStep } from "./use-step";
import type { NewCustomerOptions } from "./wizard-options";

const allSteps = ["account", "subscriptions", "review", "confirmation"] as const satisfies readonly StepId[];
const stepsWithoutOrder = ["account", "review", "confirmation"] as const satisfies readonly StepId[];

type Refusals = { readonly account: FormState | null; readonly order: FormState | null };
const noRefusals: Refusals = { account: null, order: null };

/**
 * The state of the **New customer** wizard: the draft, the step shown, what the server refused, and the created customer.
 * No step is skipped: a step asked for by the address is shown only when those before it are done.
 */
export function useNewCustomer(options: NewCustomerOptions) {
  const proposed = newDraft(options);
  const key = `new-customer ${options.userId} ${options.resellerId ?? ""}`;
  const { draft, change, discard, forget, generation, isRestored } = useDraft(key, proposed, () => ({
    ...proposed,
    key: newKey(),
  }));
  const { step, go } = useStep<StepId>(allSteps, "account");
  const [refusals, setRefusals] = useState(noRefusals);
  const [created, setCreated] = useState<ShownCustomer | null>(null);
  const forgetCreated = useCallback(() => setCreated(null), []);
  useLeaveOnBack(created !== null, forgetCreated, "/provider/customers");
  const orders = ordersWithCreation(draft, options.canOrder);

  const shown = (): StepId => {
    if (created || step === "confirmation") return "confirmation";
    if (!draft.isAccountDone) return "account";
    return step === "subscriptions" && !orders ? "review" : step;
  };
  const changeAccount = (next: (before: AccountValues) => AccountValues) =>
    change((before) => ({ ...before, values: next(before.values), isAccountDone: false }));
  const finishAccount = (values: AccountValues, currency: string) => {
    setRefusals(noRefusals);
    change((before) => withAccount(before, values, currency));
    go(values["agreement.method"] === "attested" && options.canOrder ? "subscriptions" : "review");
  };
  const changeCart = (next: (before: Cart) => Cart) =>
    change((before) => ({ ...before, cart: next(before.cart), isEmptied: false }));
  const finishCart = () => {
    setRefusals(noRefusals);
    go("review");
  };
  /** Sends everything; what the server refuses is shown where it can be corrected. */
  const submit: FormAction = async (before, form) => {
    const answer = await createCustomerAction(before, form);
    const account = partOfRefusal(answer, "account");
    const order = partOfRefusal(answer, "order");
    setRefusals({ account, order });
    if (account) {
      change((draftBefore) => ({ ...draftBefore, isAccountDone: false }));
      go("account");
    } else if (order) go("subscriptions");
    return answer;
  };
  const finish = ({ data }: Extract<FormState, { status: "done" }>) => {
    forget();
    setCreated(data as ShownCustomer);
    go("confirmation", "replace");
  };
  const startOver = () => {
    discard();
    setRefusals(noRefusals);
    go("account", "replace");
  };
  return {
    draft,
    generation,
    isRestored,
    isTouched: differs(draft.values, proposed.values) || draft.cart.lines.length > 0,
    current: shown(),
    steps: orders ? allSteps : stepsWithoutOrder,
    orders,
    go,
    refusals,
    created,
    changeAccount,
    finishAccount,
    changeCart,
    finishCart,
    submit,
    finish,
    discard,
    startOver,
  } as const;
}

/** Everything the steps of the wizard work with. */
export type NewCustomer = ReturnType<typeof useNewCustomer>;

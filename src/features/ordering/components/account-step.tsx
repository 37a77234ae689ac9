"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Banner } from "#/ui/banner";
import { Form } from "#/ui/form";
import { type FormAction, type FormState, idleFormState } from "#/ui/form-state";
import { SubmitButton } from "#/ui/submit-button";
import { type AccountValues, readValues, resellerChosen, toAccountInput } from "../account-values";
import { checkAccountInfoLookup } from "../actions";
import { useMarket } from "../use-market";
import type { NewCustomerOptions } from "../wizard-options";
import { AddressFields } from "./address-fields";
import { AgreementFields } from "./agreement-fields";
import { CancelButton } from "./cancel-button";
import { CompanyFields } from "./company-fields";
import { ContactFields, LanguageFields } from "./contact-fields";
import { ResellerField } from "./reseller-field";

type AccountStepProps = {
  readonly options: NewCustomerOptions;
  readonly values: AccountValues;
  readonly onChange: (next: (before: AccountValues) => AccountValues) => void;
  /** The step is done: everything entered is valid. */
  readonly onNext: (values: AccountValues, currency: string) => void;
  readonly onCancel: () => void;
  readonly isTouched: boolean;
  /** What the server refused when everything was sent. */
  readonly initialState?: FormState | undefined;
};

/** Step **Account info** (S-10): judged by the server when the reader goes on; warnings stop once and may be kept (R61). */
export function AccountStep({ options, values, onChange, onNext, ...props }: AccountStepProps) {
  const t = useTranslations("ordering.account");
  const steps = useTranslations("ordering.steps");
  const box = useRef<HTMLDivElement>(null);
  const [warnings, setWarnings] = useState<{ readonly of: string; readonly texts: readonly string[] } | null>(
    null,
  );
  const country = values["address.country"] ?? "";
  const { market, failed } = useMarket(country, options.market, ({ language, culture }) =>
    onChange((before) => ({ ...before, language, culture })),
  );
  // An unticked box sends nothing; everything else that is not in the form now keeps what it held.
  const read = (form = box.current?.querySelector("form")): AccountValues =>
    form ? { ...values, "agreement.isAttested": "", ...readValues(new FormData(form)) } : values;
  const check: FormAction = async (_, form) => {
    const typed = { ...values, "agreement.isAttested": "", ...readValues(form) };
    onChange(() => typed);
    const answer = await checkAccountInfoLookup({ account: toAccountInput(typed) });
    if (!answer.ok) return { status: "failed", ...answer, reference: "", values: {} };
    if (answer.value.refusal) return answer.value.refusal;
    const signature = JSON.stringify(typed);
    if (answer.value.warnings.length > 0 && warnings?.of !== signature) {
      setWarnings({ of: signature, texts: answer.value.warnings });
      return idleFormState;
    }
    return { status: "done", data: typed };
  };
  const orders = options.canOrder && values["agreement.method"] === "attested";
  const preselected = options.resellers.find(({ value }) => value === options.resellerId);
  return (
    <div ref={box} onInput={() => onChange(() => read())}>
      <p className="mb-6 max-w-prose text-ink-muted">
        {preselected && resellerChosen(values) === preselected.value
          ? t("leadReseller", { reseller: preselected.label })
          : t("lead")}
      </p>
      <Form
        action={check}
        labels={options.formLabels}
        idempotencyKey={options.idempotencyKey}
        initialState={props.initialState}
        onDone={({ data }) => onNext(data as AccountValues, market.currency)}
        className="gap-8"
      >
        {failed && <Banner tone="warning" role="alert" title={t("countryFailed")} />}
        <CompanyFields
          values={values}
          market={market}
          countries={options.countries}
          domainSuffix={options.domainSuffix}
          onCountry={(chosen) => onChange(() => ({ ...read(), "address.country": chosen }))}
        />
        <AddressFields values={values} market={market} />
        <ContactFields values={values} market={market} />
        <LanguageFields
          values={values}
          market={market}
          languages={options.languages}
          cultures={options.cultures}
        />
        <ResellerField
          name="resellerId"
          label={t("reseller")}
          hint={t("resellerHint")}
          noneLabel={t("resellerNone")}
          resellers={options.resellers}
          chosen={resellerChosen(values)}
          onChoose={(resellerId) => onChange(() => ({ ...read(), resellerId }))}
        />
        <AgreementFields
          values={values}
          canAttest={options.canAttest}
          today={options.today}
          readContact={read}
          onFilled={() => onChange(() => read())}
        />
        {warnings && (
          <Banner tone="warning" role="alert" title={t("warningsTitle")}>
            <ul className="list-disc ps-4">
              {warnings.texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p>{t("warningsBody")}</p>
          </Banner>
        )}
        <div className="tt-wizard-footer mt-0">
          <SubmitButton>{steps(orders ? "nextSubscriptions" : "nextReview")}</SubmitButton>
          <CancelButton asks={props.isTouched} onCancel={props.onCancel} href={options.cancelHref} />
        </div>
      </Form>
    </div>
  );
}

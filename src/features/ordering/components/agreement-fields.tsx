"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#/ui/button";
import { CheckboxField } from "#/ui/checkbox-field";
import { DateField } from "#/ui/date-field";
import { FieldGroup, FieldRow } from "#/ui/field-group";
import { RadioGroupField } from "#/ui/radio-group-field";
import { TextField } from "#/ui/text-field";
import type { AccountValues } from "../account-values";

type AgreementFieldsProps = {
  readonly values: AccountValues;
  readonly canAttest: boolean;
  /** The latest day that may be entered, by the provider's calendar (R50). */
  readonly today: string;
  /** The contact's texts as they stand in the form now. */
  readonly readContact: () => AccountValues;
  /** Called when controls were filled by the button, which the browser tells nobody. */
  readonly onFilled: () => void;
};

/** How the Customer Agreement is accepted: attested now, with who and when, or left to the customer (R50, R51). */
export function AgreementFields({ canAttest, ...props }: AgreementFieldsProps) {
  const { values } = props;
  const t = useTranslations("ordering.account");
  const attests = values["agreement.method"] === "attested";
  return (
    <FieldGroup legend={t("agreement")}>
      <RadioGroupField
        name="agreement.method"
        label={t("agreementMethod")}
        hint={canAttest ? undefined : t("cannotAttest")}
        look="boxes"
        options={[
          { value: "attested", label: t("attest"), detail: t("attestDetail"), disabled: !canAttest },
          { value: "direct", label: t("direct"), detail: t("directDetail") },
        ]}
        defaultValue={values["agreement.method"]}
        required
      />
      {attests && <Attestation {...props} />}
    </FieldGroup>
  );
}

function Attestation({ values, today, readContact, onFilled }: Omit<AgreementFieldsProps, "canAttest">) {
  const t = useTranslations("ordering.account");
  const [signatory, setSignatory] = useState<{ readonly made: number; readonly values: AccountValues }>({
    made: 0,
    values,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each filling, whoever listens
  useEffect(() => {
    if (signatory.made > 0) onFilled();
  }, [signatory.made]);
  const copy = () => {
    const contact = readContact();
    const filled = {
      "agreement.signatoryFirstName": contact["contact.firstName"] ?? "",
      "agreement.signatoryLastName": contact["contact.lastName"] ?? "",
      "agreement.signatoryEmail": contact["contact.email"] ?? "",
      "agreement.signatoryPhone": contact["contact.phone"] ?? "",
    };
    setSignatory((before) => ({ made: before.made + 1, values: filled }));
  };
  return (
    <>
      <CheckboxField
        name="agreement.isAttested"
        label={t("isAttested")}
        defaultChecked={values["agreement.isAttested"] === "true"}
        required
      />
      <DateField
        name="agreement.acceptedOn"
        label={t("acceptedOn")}
        defaultValue={values["agreement.acceptedOn"]}
        max={today}
        required
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{t("signatory")}</p>
        <Button size="sm" icon="copy" onClick={copy}>
          {t("sameAsContact")}
        </Button>
      </div>
      <SignatoryFields key={signatory.made} values={signatory.made === 0 ? values : signatory.values} />
    </>
  );
}

function SignatoryFields({ values }: { readonly values: AccountValues }) {
  const t = useTranslations("ordering.account");
  const common = { autoComplete: "off", maxLength: 500 } as const;
  return (
    <>
      <FieldRow>
        <TextField
          {...common}
          name="agreement.signatoryFirstName"
          label={t("signatoryFirstName")}
          defaultValue={values["agreement.signatoryFirstName"]}
          required
        />
        <TextField
          {...common}
          name="agreement.signatoryLastName"
          label={t("signatoryLastName")}
          defaultValue={values["agreement.signatoryLastName"]}
          required
        />
      </FieldRow>
      <FieldRow>
        <TextField
          {...common}
          name="agreement.signatoryEmail"
          type="email"
          label={t("signatoryEmail")}
          defaultValue={values["agreement.signatoryEmail"]}
          spellCheck={false}
          required
        />
        <TextField
          {...common}
          name="agreement.signatoryPhone"
          type="tel"
          label={t("signatoryPhone")}
          defaultValue={values["agreement.signatoryPhone"]}
          optionalLabel={t("optional")}
        />
      </FieldRow>
    </>
  );
}

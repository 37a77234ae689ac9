"use client";

import { useTranslations } from "next-intl";
import { ComboBoxField } from "#/ui/combo-box-field";
import { FieldGroup, FieldRow } from "#/ui/field-group";
import { type Option, SelectField } from "#/ui/select-field";
import { TextField } from "#/ui/text-field";
import type { AccountValues } from "../account-values";
import type { MarketForm } from "../market-form";
import { DomainField } from "./domain-field";

/** The qualifications that can be chosen; nonprofit is granted by the vendor (S-10). */
const qualifications = ["none", "education_k12", "education_higher", "government", "state_owned"] as const;

type CompanyFieldsProps = {
  readonly values: AccountValues;
  readonly market: MarketForm;
  readonly countries: readonly Option[];
  readonly domainSuffix: string;
  readonly onCountry: (country: string) => void;
};

/** Name, domain, country, registration number and qualification of the new customer. */
export function CompanyFields({ values, market, countries, domainSuffix, onCountry }: CompanyFieldsProps) {
  const t = useTranslations("ordering.account");
  const labels = market.registrationLabels.join(", ");
  return (
    <FieldGroup legend={t("company")}>
      <TextField
        name="companyName"
        label={t("companyName")}
        hint={t("companyNameHint")}
        defaultValue={values.companyName}
        autoComplete="off"
        maxLength={1000}
        required
      />
      <DomainField defaultValue={values.domainPrefix} suffix={domainSuffix} />
      <ComboBoxField
        name="address.country"
        label={t("country")}
        hint={t("countryHint")}
        options={countries}
        defaultValue={values["address.country"]}
        labels={{ show: t("countryShow"), empty: t("countryEmpty") }}
        onValueChange={onCountry}
        width="md"
        required
      />
      <TextField
        name="registrationId"
        label={t("registrationId")}
        hint={
          <>
            {labels && `${t("registrationIdLabels", { labels })} `}
            {market.isRegistrationRequired ? t("registrationIdRequired") : t("registrationIdBusiness")}
          </>
        }
        defaultValue={values.registrationId}
        autoComplete="off"
        maxLength={500}
        width="md"
        required={market.isRegistrationRequired}
        optionalLabel={t("optional")}
      />
      <FieldRow>
        <SelectField
          name="qualification"
          label={t("qualification")}
          hint={t("nonprofitHint")}
          options={qualifications.map((value) => ({ value, label: t(`qualifications.${value}`) }))}
          defaultValue={values.qualification ?? "none"}
          optionalLabel={t("optional")}
        />
        {values.qualification === "government" && (
          <TextField
            name="qualificationCode"
            label={t("qualificationCode")}
            hint={t("qualificationCodeHint")}
            defaultValue={values.qualificationCode}
            autoComplete="off"
            maxLength={500}
            required
          />
        )}
      </FieldRow>
    </FieldGroup>
  );
}

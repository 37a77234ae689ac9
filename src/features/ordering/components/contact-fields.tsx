"use client";

import { useTranslations } from "next-intl";
import { FieldGroup, FieldRow } from "#/ui/field-group";
import { type Option, SelectField } from "#/ui/select-field";
import { TextField } from "#/ui/text-field";
import type { AccountValues } from "../account-values";
import type { MarketForm } from "../market-form";

type ContactFieldsProps = { readonly values: AccountValues; readonly market: MarketForm };

/** The person at the customer; the phone is mandatory where the registration number is (R64). */
export function ContactFields({ values, market }: ContactFieldsProps) {
  const t = useTranslations("ordering.account");
  const common = { autoComplete: "off", maxLength: 500, optionalLabel: t("optional") } as const;
  const { callingCode } = market;
  return (
    <FieldGroup legend={t("contact")} description={t("contactLead")}>
      <FieldRow>
        <TextField
          {...common}
          name="contact.firstName"
          label={t("firstName")}
          defaultValue={values["contact.firstName"]}
          required
        />
        <TextField
          {...common}
          name="contact.middleName"
          label={t("middleName")}
          defaultValue={values["contact.middleName"]}
        />
        <TextField
          {...common}
          name="contact.lastName"
          label={t("lastName")}
          defaultValue={values["contact.lastName"]}
          required
        />
      </FieldRow>
      <FieldRow>
        <TextField
          {...common}
          name="contact.email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          defaultValue={values["contact.email"]}
          spellCheck={false}
          required
        />
        <TextField
          {...common}
          name="contact.phone"
          type="tel"
          label={t("phone")}
          hint={callingCode ? t("phoneHint", { callingCode }) : undefined}
          defaultValue={values["contact.phone"]}
          required={market.isRegistrationRequired}
        />
      </FieldRow>
    </FieldGroup>
  );
}

type LanguageFieldsProps = ContactFieldsProps & {
  readonly languages: readonly Option[];
  readonly cultures: readonly Option[];
};

/** The language of the customer's mails and portal, and how dates and numbers are written for it. */
export function LanguageFields({ values, market, languages, cultures }: LanguageFieldsProps) {
  const t = useTranslations("ordering.account");
  return (
    <FieldGroup legend={t("preferences")}>
      <FieldRow key={market.country}>
        <SelectField
          name="language"
          label={t("language")}
          options={languages}
          defaultValue={values.language}
          required
        />
        <SelectField
          name="culture"
          label={t("culture")}
          hint={t("cultureHint")}
          options={cultures}
          defaultValue={values.culture}
          required
        />
      </FieldRow>
    </FieldGroup>
  );
}

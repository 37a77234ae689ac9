"use client";

import { useTranslations } from "next-intl";
import { FieldGroup, FieldRow } from "#/ui/field-group";
import { SelectField } from "#/ui/select-field";
import { TextField } from "#/ui/text-field";
import type { AccountValues } from "../account-values";
import type { AddressPart, MarketForm } from "../market-form";

type AddressFieldsProps = { readonly values: AccountValues; readonly market: MarketForm };

/** The postal address as the chosen country writes it: which parts, in which order, with which list (S-10). */
export function AddressFields({ values, market }: AddressFieldsProps) {
  const t = useTranslations("ordering.account");
  return (
    <FieldGroup legend={t("address")}>
      <TextField
        name="address.line1"
        label={t("line1")}
        defaultValue={values["address.line1"]}
        autoComplete="off"
        maxLength={1000}
        required
      />
      <TextField
        name="address.line2"
        label={t("line2")}
        defaultValue={values["address.line2"]}
        autoComplete="off"
        maxLength={1000}
        optionalLabel={t("optional")}
      />
      <FieldRow key={market.country}>
        {market.parts.map((part) => (
          <PartField key={part} part={part} values={values} market={market} />
        ))}
      </FieldRow>
    </FieldGroup>
  );
}

function PartField({ part, values, market }: AddressFieldsProps & { readonly part: AddressPart }) {
  const t = useTranslations("ordering.account");
  const kept = values[`address.${part}`];
  const common = { autoComplete: "off", maxLength: 500, optionalLabel: t("optional") } as const;
  if (part === "city") {
    return <TextField {...common} name="address.city" label={t("city")} defaultValue={kept} required />;
  }
  if (part === "postalCode") {
    const { postalExample } = market;
    return (
      <TextField
        {...common}
        name="address.postalCode"
        label={t("postalCode")}
        hint={postalExample ? t("postalCodeHint", { example: postalExample }) : undefined}
        defaultValue={kept}
        required={market.isPostalCodeRequired}
      />
    );
  }
  const label = t(`state.${market.stateKind}` as "state.province");
  if (market.states.length === 0) {
    const required = market.isStateRequired;
    return (
      <TextField {...common} name="address.state" label={label} defaultValue={kept} required={required} />
    );
  }
  return (
    <SelectField
      name="address.state"
      label={label}
      options={market.states.map(({ code, name }) => ({
        value: code,
        label: code === name ? name : `${name} (${code})`,
      }))}
      defaultValue={market.states.some(({ code }) => code === kept) ? kept : ""}
      placeholder={t("stateChoose")}
      required={market.isStateRequired}
      optionalLabel={t("optional")}
    />
  );
}

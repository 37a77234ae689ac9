"use client";

import { useTranslations } from "next-intl";
import { ComboBoxField } from "#/ui/combo-box-field";
import type { Option } from "#/ui/select-field";
import { noReseller } from "../account-values";

type ResellerFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** The entry that names nobody. */
  readonly noneLabel: string;
  readonly resellers: readonly Option[];
  /** `null` when nobody is named. */
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
};

/** One of the provider's active partners, or nobody; a partner who cannot be named now is shown and says why (R21, R42). */
export function ResellerField({
  name,
  label,
  hint,
  noneLabel,
  resellers,
  chosen,
  onChoose,
}: ResellerFieldProps) {
  const t = useTranslations("ordering.account");
  return (
    <ComboBoxField
      name={name}
      label={label}
      hint={hint}
      options={[{ value: noReseller, label: noneLabel }, ...resellers]}
      defaultValue={chosen ?? noReseller}
      labels={{ show: t("resellerShow"), empty: t("resellerEmpty") }}
      onValueChange={(value) => onChoose(value === "" ? noReseller : value)}
    />
  );
}

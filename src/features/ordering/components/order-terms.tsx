"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#/ui/banner";
import { CheckboxField } from "#/ui/checkbox-field";
import type { Option } from "#/ui/select-field";
import { noReseller } from "../account-values";
import type { Cart } from "../cart";
import { ResellerField } from "./reseller-field";

type OrderTermsProps = {
  readonly cart: Cart;
  readonly onChange: (part: Partial<Cart>) => void;
  readonly resellers: readonly Option[];
  /** The reseller the customer is associated with, to warn when the order names nobody (R97). */
  readonly associatedName: string | null;
};

/** Who becomes reseller of record of the order, and the statement in which capacity the provider acts (R97, R98, 900206). */
export function OrderTerms({ cart, onChange, resellers, associatedName }: OrderTermsProps) {
  const t = useTranslations("ordering.cart");
  const named = resellers.find(({ value }) => value === cart.resellerId);
  return (
    <>
      <ResellerField
        name="resellerId"
        label={t("reseller")}
        hint={t("resellerHint")}
        noneLabel={t("resellerNone")}
        resellers={resellers}
        chosen={cart.resellerId}
        onChoose={(value) => onChange({ resellerId: value === noReseller ? null : value, isAttested: false })}
      />
      {associatedName !== null && cart.resellerId === null && (
        <Banner tone="warning" role="status" title={t("resellerNone")}>
          {t("lacksReseller", { reseller: associatedName })}
        </Banner>
      )}
      <CheckboxField
        // Another capacity is another statement, to be confirmed anew.
        key={cart.resellerId ?? noReseller}
        name="attested"
        label={named ? t("attestIndirect", { reseller: named.label }) : t("attestDirect")}
        defaultChecked={cart.isAttested}
        onCheckedChange={(isAttested) => onChange({ isAttested })}
        required
      />
    </>
  );
}

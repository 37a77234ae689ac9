"use client";

import { useTranslations } from "next-intl";
import { IconButton } from "#/ui/button";
import { FieldMessage } from "#/ui/field";
import { useField } from "#/ui/form-context";
import { NumberField } from "#/ui/number-field";
import type { CartLine } from "../cart";
import { useMoney } from "../use-money";

type CartLineItemProps = {
  readonly line: CartLine;
  readonly index: number;
  readonly currency: string;
  readonly onQuantity: (quantity: number | null) => void;
  readonly onRemove: () => void;
};

/** One line of the cart; what the server says of the line as a whole or of its quantity stands in it. */
export function CartLineItem({ line, index, currency, onQuantity, onRemove }: CartLineItemProps) {
  const t = useTranslations("ordering.cart");
  const choices = useTranslations("ordering.choices");
  const terms = useTranslations("ordering.terms");
  const billings = useTranslations("ordering.billings");
  const money = useMoney(currency);
  const { id, message } = useField(`lines.${index}`, {});
  const { unitPriceMinor, quantity } = line;
  const amount = unitPriceMinor === null ? null : BigInt(unitPriceMinor) * BigInt(Math.max(0, quantity ?? 0));
  return (
    <li id={id} tabIndex={-1} className="grid gap-1 border-line border-t py-3 first:border-t-0">
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">{line.name}</p>
          <p className="text-ink-muted text-sm">
            {choices("withoutPrice", {
              term: terms(line.termDuration),
              billing: billings(line.billingCycle),
            })}
          </p>
        </div>
        <IconButton icon="trash" label={t("remove", { name: line.name })} onClick={onRemove} />
      </div>
      <div className="flex items-end justify-between gap-3">
        <NumberField
          name={`lines.${index}.quantity`}
          label={t("quantity", { name: line.name })}
          className="[&>.tt-label]:sr-only"
          min={line.minimum}
          max={line.maximum}
          defaultValue={quantity ?? undefined}
          onValueChange={(next) => onQuantity(next ?? null)}
          width="xs"
        />
        {amount !== null && <span className="pb-1.5 tabular-nums">{money(amount)}</span>}
      </div>
      <FieldMessage id={id} message={message} />
    </li>
  );
}

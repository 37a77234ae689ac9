"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "#/ui/card";
import { Form } from "#/ui/form";
import type { FormAction, FormState } from "#/ui/form-state";
import type { Option } from "#/ui/select-field";
import { type Cart, seatsIn, totalOf } from "../cart";
import { useMoney } from "../use-money";
import type { OrderingOptions } from "../wizard-options";
import { CartLineItem } from "./cart-line";
import { OrderTerms } from "./order-terms";

type CartPanelProps = {
  readonly cart: Cart;
  readonly currency: string;
  readonly onChange: (part: Partial<Cart>) => void;
  readonly options: OrderingOptions;
  readonly resellers: readonly Option[];
  readonly associatedName: string | null;
  /** What an empty cart says. */
  readonly emptyText: string;
  readonly idempotencyKey: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly action: FormAction;
  readonly initialState?: FormState | undefined;
  readonly onDone?: ((state: Extract<FormState, { status: "done" }>) => void) | undefined;
  readonly buttons: ReactNode;
};

/** What is going to be ordered, for whom it counts, what it comes to, and the way on (S-11). */
export function CartPanel(props: CartPanelProps) {
  const { cart, currency, onChange, options } = props;
  const t = useTranslations("ordering.cart");
  const money = useMoney(currency);
  const { lines } = cart;
  const total = totalOf(lines);
  const change = (id: string, quantity: number | null) =>
    onChange({ lines: lines.map((line) => (line.id === id ? { ...line, quantity } : line)) });
  return (
    <Card title={t("title")}>
      <Form
        action={props.action}
        labels={options.formLabels}
        idempotencyKey={props.idempotencyKey}
        hidden={props.hidden}
        initialState={props.initialState}
        onDone={props.onDone}
      >
        {lines.length === 0 ? (
          <p className="text-ink-muted">{props.emptyText}</p>
        ) : (
          <>
            <ul className="-my-3 max-h-[40vh] overflow-y-auto">
              {lines.map((line, index) => (
                <CartLineItem
                  key={`${line.id} ${line.revision}`}
                  line={line}
                  index={index}
                  currency={currency}
                  onQuantity={(quantity) => change(line.id, quantity)}
                  onRemove={() => onChange({ lines: lines.filter(({ id }) => id !== line.id) })}
                />
              ))}
            </ul>
            <div className="border-line border-t pt-3">
              <p className="text-ink-muted text-sm">
                {t("lines", { count: lines.length, seats: seatsIn(lines) })}
              </p>
              {total !== null && (
                <p className="flex justify-between gap-3 font-semibold">
                  {t("total")} <span className="tabular-nums">{money(total)}</span>
                </p>
              )}
            </div>
            <OrderTerms
              cart={cart}
              onChange={onChange}
              resellers={props.resellers}
              associatedName={props.associatedName}
            />
          </>
        )}
        <div className="tt-actions">{props.buttons}</div>
      </Form>
    </Card>
  );
}

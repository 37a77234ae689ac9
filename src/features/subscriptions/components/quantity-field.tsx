"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NumberField } from "#/ui/number-field";
import type { FormFacts } from "../form-facts";
import { ReducibleSeats } from "./reducible-seats";
import { SeatPreview } from "./seat-preview";

/** **Quantity**: the new total within its range, what it costs or gives back, and what can be taken back until when. */
export function QuantityField({ facts }: { readonly facts: FormFacts }) {
  const t = useTranslations("subscriptions.detail");
  const [wanted, setWanted] = useState<number | undefined>(facts.quantity);
  const { minimumQuantity: minimum, maximumQuantity: maximum } = facts;
  return (
    <div className="grid gap-3">
      <NumberField
        name="quantity"
        label={t("quantity")}
        hint={t("quantityHint", { minimum, maximum })}
        defaultValue={facts.quantity}
        min={minimum}
        max={maximum}
        stepLabels={{ decrease: t("decrease"), increase: t("increase") }}
        onValueChange={setWanted}
        required
      />
      {facts.price && wanted !== undefined && wanted !== facts.quantity && (
        <SeatPreview facts={facts} price={facts.price} wanted={wanted} />
      )}
      <ReducibleSeats facts={facts} />
    </div>
  );
}

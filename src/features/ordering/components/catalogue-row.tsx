"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CatalogueItem, OfferChoice } from "#/domain/ordering/queries/search-catalogue";
import { Badge } from "#/ui/badge";
import { Button } from "#/ui/button";
import { NumberField } from "#/ui/number-field";
import { SelectField } from "#/ui/select-field";
import { useMoney } from "../use-money";

type CatalogueRowProps = {
  readonly item: CatalogueItem;
  readonly currency: string;
  readonly onAdd: (item: CatalogueItem, choice: OfferChoice, quantity: number) => void;
};

/** One SKU of the catalogue: what it is, how it can be bought, and the way into the cart. */
export function CatalogueRow({ item, currency, onAdd }: CatalogueRowProps) {
  const t = useTranslations("ordering.catalogue");
  const { minimumQuantity: minimum, maximumQuantity: maximum } = item;
  return (
    <li className="grid gap-2 border-line border-t px-4 py-3 first:border-t-0">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {item.skuTitle}
          {item.kind === "trial" && <Badge tone="info">{t("trialBadge")}</Badge>}
          {item.kind === "add_on" && <Badge tone="neutral">{t("addOnBadge")}</Badge>}
          {item.segment !== "Commercial" && (
            <Badge tone="neutral">{t(`segments.${item.segment}` as "segments.Education")}</Badge>
          )}
        </h3>
        <p className="line-clamp-2 text-ink-muted text-sm">
          {minimum === maximum ? t("seatsFixed", { count: minimum }) : t("seats", { minimum, maximum })}
          {item.kind === "add_on" && ` · ${t("addOnNote")}`} ·{" "}
          {t("sku", { id: `${item.productId}:${item.skuId}` })} · {item.publisher}
          {item.productTitle !== item.skuTitle && ` · ${item.productTitle}`}
          {item.description !== "" && item.description !== item.skuTitle && ` · ${item.description}`}
        </p>
      </div>
      {item.isOpen ? (
        <Purchase item={item} currency={currency} onAdd={onAdd} />
      ) : (
        <p className="text-sm text-warning-ink">
          {t("notOpen", { segment: t(`segments.${item.segment}` as "segments.Education") })}
        </p>
      )}
    </li>
  );
}

/** Where the controls stand in one line, what they hold says what they are; the labels are still read out. */
const hiddenLabel = "sm:[&>.tt-label]:sr-only";

function Purchase({ item, currency, onAdd }: CatalogueRowProps) {
  const t = useTranslations("ordering.catalogue");
  const [chosen, setChosen] = useState(0);
  const [quantity, setQuantity] = useState<number | undefined>(item.minimumQuantity);
  const options = useChoiceOptions(item, currency);
  const choice = item.choices[chosen];
  const id = `${item.productId}-${item.skuId}`;
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
      <SelectField
        name={`choice-${id}`}
        label={t("choice")}
        className={hiddenLabel}
        options={options}
        defaultValue="0"
        onValueChange={(value) => setChosen(Number(value))}
      />
      <NumberField
        name={`quantity-${id}`}
        label={t("quantity")}
        className={hiddenLabel}
        min={item.minimumQuantity}
        max={item.maximumQuantity}
        defaultValue={item.minimumQuantity}
        onValueChange={setQuantity}
        width="xs"
      />
      <Button
        icon="shopping-cart"
        aria-label={t("addNamed", { name: item.skuTitle })}
        disabled={choice === undefined || quantity === undefined}
        onClick={() => choice && quantity !== undefined && onAdd(item, choice, quantity)}
      >
        {t("add")}
      </Button>
    </div>
  );
}

function useChoiceOptions({ choices }: CatalogueItem, currency: string) {
  const t = useTranslations("ordering.choices");
  const terms = useTranslations("ordering.terms");
  const billings = useTranslations("ordering.billings");
  const money = useMoney(currency);
  return choices.map(({ termDuration, billingCycle, unitPriceMinor }, index) => {
    const words = { term: terms(termDuration), billing: billings(billingCycle) };
    const label =
      unitPriceMinor === null
        ? t("withoutPrice", words)
        : t("withPrice", { ...words, price: money(unitPriceMinor) });
    return { value: String(index), label };
  });
}

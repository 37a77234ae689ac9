"use client";

import { useTranslations } from "next-intl";
import type { Buyer } from "#/domain/ordering/queries/buyer";
import { Banner } from "#/ui/banner";
import { type Cart, withOffer } from "../cart";
import type { OrderingOptions } from "../wizard-options";
import { CataloguePanel } from "./catalogue-panel";

type SubscriptionsStepProps = {
  readonly options: OrderingOptions;
  readonly buyer: Buyer;
  readonly onChange: (next: (before: Cart) => Cart) => void;
  readonly nameOfMarket: (country: string) => string;
  readonly isEmptied: boolean;
};

/** The choosing half of ordering: the catalogue for this customer; what is chosen goes into the cart beside it. */
export function SubscriptionsStep(props: SubscriptionsStepProps) {
  const { options, buyer, onChange, nameOfMarket } = props;
  const t = useTranslations("ordering.cart");
  return (
    <>
      {props.isEmptied && <Banner tone="info" role="status" title={t("emptied")} className="mb-4" />}
      <CataloguePanel
        buyer={buyer}
        showsPrices={options.showsPrices}
        nameOfMarket={nameOfMarket}
        onAdd={(item, choice, quantity) =>
          onChange((before) => ({ ...before, lines: withOffer(before.lines, item, choice, quantity) }))
        }
      />
    </>
  );
}

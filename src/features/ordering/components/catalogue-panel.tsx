"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Buyer } from "#/domain/ordering/queries/buyer";
import type { CatalogueItem, OfferChoice } from "#/domain/ordering/queries/search-catalogue";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";
import { EmptyState } from "#/ui/empty-state";
import { Skeleton } from "#/ui/skeleton";
import { showToast } from "#/ui/toast";
import { useCatalogue } from "../use-catalogue";
import { CatalogueFilters } from "./catalogue-filters";
import { CatalogueRow } from "./catalogue-row";

type CataloguePanelProps = {
  readonly buyer: Buyer;
  readonly showsPrices: boolean;
  /** The reader's words for a country. */
  readonly nameOfMarket: (country: string) => string;
  readonly onAdd: (item: CatalogueItem, choice: OfferChoice, quantity: number, currency: string) => void;
};

/** The catalogue: searched and filtered on the server, in the customer's currency (S-11, spans 197, 214). */
export function CataloguePanel({ buyer, showsPrices, nameOfMarket, onAdd }: CataloguePanelProps) {
  const t = useTranslations("ordering.catalogue");
  const steps = useTranslations("ordering.steps");
  const { page, isPending, failure, isLost, search, change, clear, retry } = useCatalogue(buyer);
  const [cleared, setCleared] = useState(0);
  const add = (item: CatalogueItem, choice: OfferChoice, quantity: number) => {
    if (!page) return;
    onAdd(item, choice, quantity, page.currency);
    // On a phone the cart stands far below.
    showToast({ title: t("added", { name: item.skuTitle }) });
  };
  return (
    <section aria-label={t("title")} className="grid gap-4">
      <CatalogueFilters
        key={cleared}
        search={search}
        publishers={page?.publishers ?? []}
        onChange={change}
        onClear={() => {
          clear();
          setCleared((before) => before + 1);
        }}
      />
      {isLost && (
        <Banner
          tone="warning"
          role="alert"
          title={steps("noAnswerTitle")}
          actions={<Button onClick={retry}>{steps("tryAgain")}</Button>}
        >
          {steps("noAnswer")}
        </Banner>
      )}
      {failure && (
        <Banner tone="danger" role="alert" title={failure.title}>
          {failure.message}
        </Banner>
      )}
      {page && page.market === null && (
        <Banner tone="warning" title={t("noList", { currency: page.currency })} />
      )}
      {!page && isPending && <Skeleton lines={6} shape="table" />}
      {page && page.market !== null && (
        <div aria-busy={isPending || undefined} className="grid gap-3 aria-busy:opacity-60">
          <div className="flex flex-wrap justify-between gap-2 text-ink-muted text-sm">
            <p role="status">{t("shown", { count: page.items.length })}</p>
            <p>
              {showsPrices
                ? t("prices", { currency: page.currency, market: nameOfMarket(page.market) })
                : t("pricesHidden")}
            </p>
          </div>
          {page.items.length === 0 ? (
            <EmptyState title={t("empty")} icon="search" />
          ) : (
            <ul aria-label={t("results")} className="rounded-lg border border-line bg-surface">
              {page.items.map((item) => (
                <CatalogueRow
                  key={`${item.productId}:${item.skuId}`}
                  item={item}
                  currency={page.currency}
                  onAdd={add}
                />
              ))}
            </ul>
          )}
          <div className="flex flex-wrap gap-2">
            {page.previous && (
              <Button icon="chevron-left" onClick={() => change({ before: page.previous ?? undefined })}>
                {t("previous")}
              </Button>
            )}
            {page.next && (
              <Button icon="chevron-right" onClick={() => change({ after: page.next ?? undefined })}>
                {t("next")}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

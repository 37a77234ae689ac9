"use client";

import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import type { Buyer } from "#/domain/ordering/queries/buyer";
import type { CataloguePage, searchCatalogue } from "#/domain/ordering/queries/search-catalogue";
import { searchCatalogueLookup } from "./actions";

/** Everything the catalogue can be searched by. */
export type CatalogueSearch = Omit<z.input<typeof searchCatalogue.input>, "buyer">;

/** How long somebody stops typing before the server is asked, in milliseconds. */
const pause = 250;

/** What the catalogue shows: a page, whether a newer one is on its way, and why none came. */
type Shown = {
  readonly page: CataloguePage | null;
  readonly isPending: boolean;
  readonly failure: { readonly title: string; readonly message: string } | null;
};

/**
 * A page of the catalogue for a customer, searched again whenever what is asked changes; the page before stays until the
 * next arrives. `failure` is null also when no answer came at all; then `page` stays and `isLost` tells.
 */
export function useCatalogue(buyer: Buyer) {
  const [search, setSearch] = useState<CatalogueSearch>({});
  const [shown, setShown] = useState<Shown>({ page: null, isPending: true, failure: null });
  const [isLost, setLost] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const asked = JSON.stringify({ buyer, ...search });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks the same again
  useEffect(() => {
    let isNewest = true;
    setShown((before) => ({ ...before, isPending: true }));
    const timer = setTimeout(async () => {
      const answer = await searchCatalogueLookup(JSON.parse(asked)).catch(() => undefined);
      if (!isNewest) return;
      setLost(answer === undefined);
      setShown((before) => {
        if (!answer) return { ...before, isPending: false };
        if (!answer.ok) return { page: null, isPending: false, failure: answer };
        return { page: answer.value, isPending: false, failure: null };
      });
    }, pause);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [asked, attempt]);
  const change = useCallback((part: CatalogueSearch) => {
    setSearch(({ after: _, before: __, ...rest }) => ({ ...rest, ...part }));
  }, []);
  const clear = useCallback(() => setSearch({}), []);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...shown, isLost, search, change, clear, retry } as const;
}

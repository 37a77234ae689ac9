"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { MarketForm } from "./market-form";

/**
 * The form of the country chosen: the one given at first, then whatever the server says of the country. Until an answer
 * arrives the earlier one stays; `failed` says that none came. `onArrive` hears of each country chosen after the first,
 * in the same rendering in which its form appears.
 */
export function useMarket(country: string, initial: MarketForm, onArrive: (market: MarketForm) => void) {
  const locale = useLocale();
  const [market, setMarket] = useState(initial);
  const [failed, setFailed] = useState(false);
  const first = useRef(country);
  const listener = useRef(onArrive);
  listener.current = onArrive;
  useEffect(() => {
    setFailed(false);
    if (country === "" || country === market.country) return;
    const stop = new AbortController();
    fetch(`/api/markets/${encodeURIComponent(country)}?locale=${locale}`, { signal: stop.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        const arrived = (await answer.json()) as MarketForm;
        setMarket(arrived);
        if (arrived.country !== first.current) listener.current(arrived);
        first.current = "";
      })
      .catch(() => {
        if (!stop.signal.aborted) setFailed(true);
      });
    return () => stop.abort();
  }, [country, locale, market.country]);
  return { market, failed } as const;
}

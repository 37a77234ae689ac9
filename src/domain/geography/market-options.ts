import type { CspRegion } from "./csp-region";
import { markets } from "./markets";

/** One choice of a country field: small enough to be sent to the browser. */
export type MarketOption = { readonly iso2: string; readonly name: string };

/** The languages in which the names of countries are kept. */
export type MarketNameLanguage = "en" | "it";

const collators = { en: new Intl.Collator("en"), it: new Intl.Collator("it") } as const;
const sorted = new Map<string, readonly MarketOption[]>();

/**
 * The countries to choose from, with their names in the given language and sorted as that language sorts. With a
 * region, only those a provider of that region may serve (R20). Made once per language and region.
 */
export function listMarketOptions(language: MarketNameLanguage, region?: CspRegion): readonly MarketOption[] {
  const key = `${language}:${region ?? ""}`;
  const known = sorted.get(key);
  if (known !== undefined) return known;
  const options = markets
    .filter((market) => region === undefined || market.cspRegion === region)
    .map((market) => ({ iso2: market.iso2, name: language === "it" ? market.nameIt : market.nameEn }))
    .sort((a, b) => collators[language].compare(a.name, b.name));
  sorted.set(key, options);
  return options;
}

import { cspRegionNames, isCspRegion } from "#/domain/geography/csp-region";
import { listMarketOptions } from "#/domain/geography/market-options";
import type { Locale } from "#/platform/i18n/messages";

/** The name of a country in a language; its code where it has none. */
export function countryName(locale: Locale, iso2: string): string {
  return listMarketOptions(locale).find((market) => market.iso2 === iso2)?.name ?? iso2;
}

/** The name of a CSP region in a language; its code where it has none. */
export function regionName(locale: Locale, code: string): string {
  return isCspRegion(code) ? cspRegionNames[code][locale] : code;
}

import type { Address } from "#/domain/geography/address";
import { listMarketOptions } from "#/domain/geography/market-options";
import type { Locale } from "#/platform/i18n/messages";

/** The name of a country in a language; its code where it has none. */
export function countryName(locale: Locale, iso2: string): string {
  return listMarketOptions(locale).find((market) => market.iso2 === iso2)?.name ?? iso2;
}

/** An address on one line, without the country. */
export function addressLine({ line1, line2, postalCode, city, state }: Partial<Address>): string {
  const place = [postalCode, city, state].filter(Boolean).join(" ");
  return [line1, line2, place].filter(Boolean).join(", ");
}

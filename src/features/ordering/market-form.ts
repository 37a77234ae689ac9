import "server-only";
import { findMarket, type Market } from "#/domain/geography/markets";
import { listSubdivisions } from "#/domain/geography/subdivisions";
import type { Locale } from "#/platform/i18n/messages";

/** The parts of an address whose order and need differ from country to country. */
export type AddressPart = "city" | "state" | "postalCode";

/** How the **Account info** step looks for customers of one country: plain data for the browser. */
export type MarketForm = {
  readonly country: string;
  readonly name: string;
  readonly currency: string;
  /** Which word for the subdivision; a key of `ordering.account.state`. */
  readonly stateKind: string;
  readonly states: readonly { readonly code: string; readonly name: string }[];
  readonly isStateRequired: boolean;
  readonly isPostalCodeRequired: boolean;
  readonly postalExample: string | null;
  /** City, state and postal code in the order of the country's envelopes; what the country does not use is left out. */
  readonly parts: readonly AddressPart[];
  readonly registrationLabels: readonly string[];
  /** Registration number and phone are mandatory (R64). */
  readonly isRegistrationRequired: boolean;
  readonly callingCode: string | null;
  /** Proposed; the user may choose others. */
  readonly culture: string;
  readonly language: string;
};

const partOf: Readonly<Record<string, AddressPart>> = { C: "city", S: "state", Z: "postalCode" };

function partsOf(market: Market, hasStates: boolean): readonly AddressPart[] {
  const printed = [...market.addressFormat.matchAll(/%([CSZ])/g)].flatMap(
    ([, mark]) => partOf[mark ?? ""] ?? [],
  );
  const needed: readonly (AddressPart | false)[] = [
    "city",
    (market.isStateRequired || hasStates) && "state",
    market.isPostalCodeRequired && "postalCode",
  ];
  return [...new Set([...printed, ...needed.filter((part) => part !== false)])];
}

/** What the form needs to know of a country, with its names in the reader's language; nothing for unknown countries. */
export function findMarketForm(country: string, locale: Locale): MarketForm | undefined {
  const market = findMarket(country);
  if (!market) return undefined;
  const states = listSubdivisions(country).map(({ code, name }) => ({ code, name }));
  const culture = market.cultures[0] ?? "en-US";
  return {
    country: market.iso2,
    name: locale === "it" ? market.nameIt : market.nameEn,
    currency: market.currency,
    stateKind: market.stateKind,
    states,
    isStateRequired: market.isStateRequired,
    isPostalCodeRequired: market.isPostalCodeRequired,
    postalExample: market.postalExample,
    parts: partsOf(market, states.length > 0),
    registrationLabels: market.registrationLabels,
    isRegistrationRequired: market.isRegistrationRequired,
    callingCode: market.callingCode,
    culture,
    language: culture.split("-")[0] ?? "en",
  };
}

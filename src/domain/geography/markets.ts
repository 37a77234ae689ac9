import { z } from "zod";
import type { Currency } from "#/domain/kernel/currency";
import { isCurrency } from "#/domain/kernel/currency";
import type { CspRegion } from "./csp-region";
import { isCspRegion } from "./csp-region";
import marketRows from "./data/markets.json";

/** What the product knows of one country it can be used in; the data comes from the tables in prisma/data. */
export type Market = {
  /** ISO 3166-1 alpha-2, with XK for Kosovo. */
  readonly iso2: string;
  readonly nameEn: string;
  readonly nameIt: string;
  /** Fixes who may deal with whom (R20). */
  readonly cspRegion: CspRegion;
  /** The currency in which customers there are priced and billed (Appendix E). */
  readonly currency: Currency;
  readonly isEu: boolean;
  readonly isEfta: boolean;
  /** BCP 47 tags, the country's usual one first. */
  readonly cultures: readonly string[];
  /** Without plus sign; `null` where there is no telephone network of its own. */
  readonly callingCode: string | null;
  /** Order of the parts on an envelope, in the notation of Google's address data. */
  readonly addressFormat: string;
  readonly isStateRequired: boolean;
  readonly isPostalCodeRequired: boolean;
  /** What the subdivision is called: province, state, prefecture, … */
  readonly stateKind: string;
  readonly postalPattern: RegExp | null;
  readonly postalExample: string | null;
  readonly vatPrefix: string | null;
  /** Names of the company registration numbers in use; empty where none is asked for. */
  readonly registrationLabels: readonly string[];
  /** One of the 24 countries where registration number and phone are mandatory (R64). */
  readonly isRegistrationRequired: boolean;
};

const marketRow = z
  .strictObject({
    iso2: z.string().regex(/^[A-Z]{2}$/),
    nameEn: z.string().min(1),
    nameIt: z.string().min(1),
    cspRegion: z.string().refine(isCspRegion),
    currency: z.string().refine(isCurrency),
    isEu: z.boolean(),
    isEfta: z.boolean(),
    cultures: z.array(z.string()).min(1),
    callingCode: z.string().nullable(),
    addressFormat: z.string(),
    requiredFields: z.array(z.enum(["street", "city", "state", "postal"])),
    stateKind: z.string(),
    postalPattern: z.string().nullable(),
    postalExample: z.string().nullable(),
    vatPrefix: z.string().nullable(),
    registrationLabels: z.array(z.string()),
    isRegistrationRequired: z.boolean(),
  })
  .transform(({ requiredFields, postalPattern, ...row }): Market => {
    return {
      ...row,
      isStateRequired: requiredFields.includes("state"),
      isPostalCodeRequired: requiredFields.includes("postal"),
      postalPattern: postalPattern === null ? null : new RegExp(postalPattern),
    };
  });

/**
 * Every market, by code. About 100 kB of data, read once with the first import: for the server only; a page that needs
 * a list of countries gets it from `market-options.ts` by its loader.
 */
export const markets: readonly Market[] = z.array(marketRow).parse(marketRows);

const byCode: ReadonlyMap<string, Market> = new Map(markets.map((market) => [market.iso2, market]));

/** The market of a country code, or `undefined` when the product knows none; the code is taken as stored, in capitals. */
export function findMarket(iso2: string): Market | undefined {
  return byCode.get(iso2);
}

/**
 * Whether two countries lie in one CSP region, which a partnership, a relationship, a new customer and an order all
 * demand (R20). Unknown countries lie in none.
 */
export function areInSameRegion(country: string, other: string): boolean {
  const region = findMarket(country)?.cspRegion;
  return region !== undefined && region === findMarket(other)?.cspRegion;
}

/** Every culture some market offers, sorted; the list of **Culture** and, by first subtag, of **Language** (S-10). */
export const supportedCultures: readonly string[] = [
  ...new Set(markets.flatMap((market) => market.cultures)),
].sort();

/** The ISO 639 codes of {@link supportedCultures}, sorted. */
export const supportedLanguages: readonly string[] = [
  ...new Set(supportedCultures.map((culture) => culture.split("-")[0] ?? culture)),
].sort();

/**
 * The groups of countries inside which a provider, its resellers and their customers must all sit (R20, Appendix E).
 * China is a group of its own, because its services are run by another operator.
 */
export const cspRegionCodes = [
  "AFR",
  "APAC",
  "AU",
  "BR",
  "CA",
  "CN",
  "EUR",
  "IN",
  "JP",
  "KR",
  "LATAM",
  "MECEE",
  "NZ",
  "RU",
  "TW",
  "US",
] as const;

/** The code of a CSP region, as stored with an organisation. */
export type CspRegion = (typeof cspRegionCodes)[number];

/** The names of the regions in the two languages of the interface. */
export const cspRegionNames = {
  AFR: { en: "Africa", it: "Africa" },
  APAC: { en: "Asia Pacific", it: "Asia Pacifico" },
  AU: { en: "Australia", it: "Australia" },
  BR: { en: "Brazil", it: "Brasile" },
  CA: { en: "Canada", it: "Canada" },
  CN: { en: "China", it: "Cina" },
  EUR: { en: "Europe", it: "Europa" },
  IN: { en: "India", it: "India" },
  JP: { en: "Japan", it: "Giappone" },
  KR: { en: "Korea", it: "Corea" },
  LATAM: { en: "Latin America & Caribbean", it: "America Latina e Caraibi" },
  MECEE: {
    en: "Middle East, Central & Eastern Europe",
    it: "Medio Oriente, Europa centrale e orientale",
  },
  NZ: { en: "New Zealand", it: "Nuova Zelanda" },
  RU: { en: "Russia", it: "Russia" },
  TW: { en: "Taiwan", it: "Taiwan" },
  US: { en: "United States", it: "Stati Uniti" },
} as const satisfies Record<CspRegion, { en: string; it: string }>;

/** Whether a text is the code of a CSP region. */
export function isCspRegion(text: string): text is CspRegion {
  return cspRegionCodes.some((code) => code === text);
}

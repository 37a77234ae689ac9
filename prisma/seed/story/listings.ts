import type { Canary } from "./organisations";

/** The providers' public entries. */
export const listings: readonly {
  readonly provider: Canary;
  readonly description: string;
  readonly languages: readonly string[];
  readonly specialities: readonly string[];
}[] = [
  {
    provider: "Brenta",
    description:
      "Distributor for resellers in Italy, with technical support in Italian and migration projects.",
    languages: ["it", "en"],
    specialities: ["Modern work", "Security"],
  },
  {
    provider: "Kestrel",
    description: "Cloud distributor for central Europe: credit, billing in several currencies, training.",
    languages: ["de", "en"],
    specialities: ["Modern work", "Business applications"],
  },
  {
    provider: "Nimbus",
    description: "Wholesale of cloud subscriptions for resellers in the United States.",
    languages: ["en"],
    specialities: ["Health care", "Security"],
  },
];

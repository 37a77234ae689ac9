import type { OrganisationRecord } from "../records/organisation";
import { demoId } from "./demo-id";

/** An organisation of the demo. Its canary stands in its names and in no other organisation's, so that a leak shows (quality, seed). */
export type DemoOrganisation = Omit<OrganisationRecord, "id" | "createdAt" | "agreementSignedAt"> & {
  readonly canary: string;
  /** Days before the day of seeding. */
  readonly joinedDaysAgo: number;
  readonly signedDaysAgo?: number;
  /** The head office's global partner id, which no transaction may carry. */
  readonly globalPartnerId?: string;
};

const italian = { country: "IT", language: "it", timeZone: "Europe/Rome" } as const;

const vendorOperators = [
  {
    kind: "vendor_operator",
    canary: "Zenit",
    companyName: "Zenit Cloud Operations Ltd",
    primaryDomain: "zenit.example",
    country: "IE",
    city: "Dublin",
    line1: "4 Quay Terrace",
    postalCode: "D02 X285",
    timeZone: "Europe/Dublin",
    joinedDaysAgo: 900,
  },
] as const satisfies readonly DemoOrganisation[];

const providers = [
  {
    ...italian,
    kind: "indirect_provider",
    canary: "Brenta",
    companyName: "Brenta Distribuzione S.p.A.",
    primaryDomain: "brenta.example",
    city: "Padova",
    state: "PD",
    line1: "Via del Naviglio 12",
    postalCode: "35131",
    partnerId: "4410021",
    globalPartnerId: "4410020",
    joinedDaysAgo: 800,
    signedDaysAgo: 780,
  },
  {
    kind: "indirect_provider",
    canary: "Kestrel",
    companyName: "Kestrel Distribution GmbH",
    primaryDomain: "kestrel.example",
    country: "DE",
    city: "Hamburg",
    line1: "Hafenweg 7",
    postalCode: "20457",
    partnerId: "5320417",
    globalPartnerId: "5320416",
    timeZone: "Europe/Berlin",
    joinedDaysAgo: 700,
    signedDaysAgo: 690,
  },
  {
    kind: "indirect_provider",
    canary: "Nimbus",
    companyName: "Nimbus Wholesale Inc.",
    primaryDomain: "nimbus.example",
    country: "US",
    city: "Portland",
    state: "OR",
    line1: "210 Ferry Avenue",
    postalCode: "97201",
    partnerId: "6105533",
    globalPartnerId: "6105532",
    timeZone: "America/Los_Angeles",
    joinedDaysAgo: 650,
    signedDaysAgo: 640,
  },
] as const satisfies readonly DemoOrganisation[];

const resellers = [
  {
    ...italian,
    kind: "indirect_reseller",
    canary: "Lario",
    companyName: "Lario Sistemi S.r.l.",
    primaryDomain: "lario.example",
    city: "Como",
    state: "CO",
    line1: "Via della Seta 3",
    postalCode: "22100",
    partnerId: "2207781",
    globalPartnerId: "2207780",
    joinedDaysAgo: 600,
    signedDaysAgo: 590,
  },
  {
    ...italian,
    kind: "indirect_reseller",
    canary: "Vesuvio",
    companyName: "Vesuvio Informatica S.r.l.",
    primaryDomain: "vesuvio.example",
    city: "Napoli",
    state: "NA",
    line1: "Via dei Tribunali 41",
    postalCode: "80138",
    partnerId: "0301942",
    joinedDaysAgo: 560,
    signedDaysAgo: 555,
  },
  {
    ...italian,
    kind: "indirect_reseller",
    canary: "Dolomia",
    companyName: "Dolomia Digitale S.r.l.",
    primaryDomain: "dolomia.example",
    city: "Trento",
    state: "TN",
    line1: "Via delle Orne 8",
    postalCode: "38122",
    partnerId: "3150066",
    joinedDaysAgo: 60,
    signedDaysAgo: 45,
  },
  {
    ...italian,
    kind: "indirect_reseller",
    canary: "Quercia",
    companyName: "Quercia Servizi Cloud S.r.l.",
    primaryDomain: "quercia.example",
    city: "Siena",
    state: "SI",
    line1: "Via di Città 20",
    postalCode: "53100",
    partnerId: "3890154",
    programStatus: "qualified",
    joinedDaysAgo: 20,
  },
  {
    kind: "indirect_reseller",
    canary: "Sequoia",
    companyName: "Sequoia Tech Partners LLC",
    primaryDomain: "sequoia.example",
    country: "US",
    city: "Sacramento",
    state: "CA",
    line1: "88 Mill Road",
    postalCode: "95814",
    partnerId: "6140907",
    timeZone: "America/Los_Angeles",
    joinedDaysAgo: 500,
    signedDaysAgo: 498,
  },
] as const satisfies readonly DemoOrganisation[];

const tenantSuffix = "onmicrosoft.example";

const tenants = [
  {
    ...italian,
    kind: "customer",
    canary: "Aurora",
    companyName: "Aurora Costruzioni S.p.A.",
    primaryDomain: `aurora.${tenantSuffix}`,
    city: "Bergamo",
    state: "BG",
    line1: "Via del Cantiere 5",
    postalCode: "24122",
    joinedDaysAgo: 400,
  },
  {
    ...italian,
    kind: "customer",
    canary: "Smeraldo",
    companyName: "Smeraldo Alimentari S.r.l.",
    primaryDomain: `smeraldo.${tenantSuffix}`,
    city: "Salerno",
    state: "SA",
    line1: "Corso del Mercato 61",
    postalCode: "84121",
    joinedDaysAgo: 380,
  },
  {
    kind: "customer",
    canary: "Pulsar",
    companyName: "Pulsar Biotech GmbH",
    primaryDomain: `pulsar.${tenantSuffix}`,
    country: "DE",
    city: "Leipzig",
    line1: "Laborring 14",
    postalCode: "04103",
    timeZone: "Europe/Berlin",
    joinedDaysAgo: 360,
  },
  {
    ...italian,
    kind: "customer",
    canary: "Meridiana",
    companyName: "Meridiana Trasporti S.p.A.",
    primaryDomain: `meridiana.${tenantSuffix}`,
    city: "Bari",
    state: "BA",
    line1: "Strada del Porto 9",
    postalCode: "70121",
    joinedDaysAgo: 340,
  },
  {
    ...italian,
    kind: "customer",
    canary: "Cobalto",
    companyName: "Studio Legale Cobalto",
    primaryDomain: `cobalto.${tenantSuffix}`,
    city: "Bologna",
    state: "BO",
    line1: "Via dei Notai 2",
    postalCode: "40124",
    joinedDaysAgo: 200,
  },
  {
    kind: "customer",
    canary: "Juniper",
    companyName: "Juniper Valley Clinics Inc.",
    primaryDomain: `juniper.${tenantSuffix}`,
    country: "US",
    city: "Fresno",
    state: "CA",
    line1: "1500 Orchard Lane",
    postalCode: "93721",
    timeZone: "America/Los_Angeles",
    joinedDaysAgo: 300,
  },
  {
    ...italian,
    kind: "customer",
    canary: "Opale",
    companyName: "Ceramiche Opale S.r.l.",
    primaryDomain: `opale.${tenantSuffix}`,
    city: "Sassuolo",
    state: "MO",
    line1: "Via delle Fornaci 33",
    postalCode: "41049",
    joinedDaysAgo: 320,
  },
  {
    ...italian,
    kind: "customer",
    canary: "Granito",
    companyName: "Granito Editrice S.r.l.",
    primaryDomain: `granito.${tenantSuffix}`,
    city: "Torino",
    state: "TO",
    line1: "Via della Stampa 18",
    postalCode: "10121",
    joinedDaysAgo: 15,
  },
] as const satisfies readonly DemoOrganisation[];

/** Everybody in the demo: one vendor operator, three providers in two regions, five resellers, eight customers. */
export const organisations = [...vendorOperators, ...providers, ...resellers, ...tenants] as const;

/** The word that names an organisation of the demo. */
export type Canary = (typeof organisations)[number]["canary"];

/** The id of an organisation of the demo. */
export function organisationId(canary: Canary): string {
  return demoId("organisation", canary);
}

import type { CustomerAgreementStatus } from "../../../src/db/generated/enums";
import { demoId } from "./demo-id";
import type { Canary } from "./organisations";

/** A partnership of the demo, and when it ended if it did. */
export type DemoPartnership = {
  readonly provider: Canary;
  readonly reseller: Canary;
  readonly sinceDaysAgo: number;
  readonly removedDaysAgo?: number;
};

/** One reseller has two providers; one partnership has ended and left its customer as it was (R31). */
export const partnerships: readonly DemoPartnership[] = [
  { provider: "Brenta", reseller: "Lario", sinceDaysAgo: 450 },
  { provider: "Brenta", reseller: "Vesuvio", sinceDaysAgo: 430 },
  { provider: "Kestrel", reseller: "Lario", sinceDaysAgo: 410 },
  { provider: "Kestrel", reseller: "Vesuvio", sinceDaysAgo: 400, removedDaysAgo: 50 },
  { provider: "Nimbus", reseller: "Sequoia", sinceDaysAgo: 390 },
];

/** An invitation of the demo. */
export type DemoInvitation = {
  readonly name: string;
  readonly provider: Canary;
  readonly status: "accepted" | "sent" | "opened" | "expired" | "revoked";
  readonly reusable: boolean;
  readonly recipientEmail: string | null;
  readonly madeDaysAgo: number;
};

/** Invitations that led to no partnership yet, one of each fate. */
export const invitations: readonly DemoInvitation[] = [
  {
    name: "waiting",
    provider: "Brenta",
    status: "sent",
    reusable: false,
    recipientEmail: "global.admin@quercia.example",
    madeDaysAgo: 6,
  },
  {
    name: "fair",
    provider: "Brenta",
    status: "opened",
    reusable: true,
    recipientEmail: null,
    madeDaysAgo: 84,
  },
  {
    name: "forgotten",
    provider: "Brenta",
    status: "expired",
    reusable: false,
    recipientEmail: "info@people.example",
    madeDaysAgo: 120,
  },
  {
    name: "withdrawn",
    provider: "Brenta",
    status: "revoked",
    reusable: true,
    recipientEmail: null,
    madeDaysAgo: 30,
  },
  {
    name: "hamburg",
    provider: "Kestrel",
    status: "sent",
    reusable: true,
    recipientEmail: null,
    madeDaysAgo: 12,
  },
];

/** A customer of the demo: one tenant, one of its providers, and the reseller between them if there is one. */
export type DemoCustomer = {
  readonly tenant: Canary;
  readonly provider: Canary;
  readonly reseller: Canary | null;
  readonly contact: { readonly firstName: string; readonly lastName: string };
  readonly agreement: CustomerAgreementStatus;
  readonly sinceDaysAgo: number;
  readonly tags?: readonly string[];
};

/** One tenant is served by two providers with two resellers; one buys without a reseller; one's reseller is a former partner. */
export const customers: readonly DemoCustomer[] = [
  {
    tenant: "Aurora",
    provider: "Brenta",
    reseller: "Lario",
    contact: { firstName: "Roberta", lastName: "Colombo" },
    agreement: "attested",
    sinceDaysAgo: 395,
    tags: ["edilizia"],
  },
  {
    tenant: "Smeraldo",
    provider: "Brenta",
    reseller: "Vesuvio",
    contact: { firstName: "Ciro", lastName: "Russo" },
    agreement: "attested",
    sinceDaysAgo: 375,
  },
  {
    tenant: "Meridiana",
    provider: "Brenta",
    reseller: "Vesuvio",
    contact: { firstName: "Vito", lastName: "Lorusso" },
    agreement: "attested",
    sinceDaysAgo: 335,
  },
  {
    tenant: "Meridiana",
    provider: "Kestrel",
    reseller: "Lario",
    contact: { firstName: "Vito", lastName: "Lorusso" },
    agreement: "accepted",
    sinceDaysAgo: 150,
  },
  {
    tenant: "Pulsar",
    provider: "Kestrel",
    reseller: "Lario",
    contact: { firstName: "Katrin", lastName: "Schulz" },
    agreement: "attested",
    sinceDaysAgo: 355,
  },
  {
    tenant: "Opale",
    provider: "Kestrel",
    reseller: "Vesuvio",
    contact: { firstName: "Dario", lastName: "Montanari" },
    agreement: "attested",
    sinceDaysAgo: 315,
  },
  {
    tenant: "Cobalto",
    provider: "Brenta",
    reseller: null,
    contact: { firstName: "Beatrice", lastName: "Neri" },
    agreement: "attested",
    sinceDaysAgo: 190,
  },
  {
    tenant: "Granito",
    provider: "Brenta",
    reseller: "Lario",
    contact: { firstName: "Teresa", lastName: "Gallo" },
    agreement: "missing",
    sinceDaysAgo: 14,
  },
  {
    tenant: "Juniper",
    provider: "Nimbus",
    reseller: "Sequoia",
    contact: { firstName: "Sophia", lastName: "Ramirez" },
    agreement: "attested",
    sinceDaysAgo: 295,
  },
];

/** The id of the record a provider of the demo holds of a tenant. */
export function customerId(provider: Canary, tenant: Canary): string {
  return demoId("customer", `${provider} ${tenant}`);
}

/** The id of a partnership of the demo. */
export function partnershipId(provider: Canary, reseller: Canary): string {
  return demoId("partnership", `${provider} ${reseller}`);
}

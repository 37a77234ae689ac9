import type { BillingCycle, SubscriptionStatus, TermDuration } from "../../../src/db/generated/enums";
import type { Canary } from "./organisations";

/** A SKU of the price list that the demo's customers have bought. */
type DemoOffer = { readonly productId: string; readonly skuId: string };

const offers = {
  businessBasic: { productId: "CFQ7TTC0LH18", skuId: "0001" },
  businessStandard: { productId: "CFQ7TTC0LDPB", skuId: "0001" },
  businessPremium: { productId: "CFQ7TTC0LCHC", skuId: "0002" },
  enterpriseE3: { productId: "SYNSQSPBQGLJ", skuId: "0001" },
  exchangePlan1: { productId: "SYN09MKJH0D3", skuId: "0001" },
  powerBiPro: { productId: "SYN89J29CP50", skuId: "0001" },
  teamsPhone: { productId: "SYNXB91H4H5L", skuId: "0001" },
  projectPlan3: { productId: "SYNQ0WC66ZM9", skuId: "0002" },
} as const satisfies Record<string, DemoOffer>;

/** A subscription of the demo. Prices come from the imported price list. */
export type DemoSubscription = {
  readonly name: string;
  readonly provider: Canary;
  readonly tenant: Canary;
  readonly offer: DemoOffer;
  readonly term: Extract<TermDuration, "P1M" | "P1Y">;
  readonly billing: BillingCycle;
  readonly quantity: number;
  readonly startedDaysAgo: number;
  readonly status?: SubscriptionStatus;
  readonly endedDaysAgo?: number;
  readonly autoRenew?: boolean;
  readonly friendlyName?: string;
  /** The reseller of record; absent for none. */
  readonly resellerOfRecord?: Canary;
  /** Who is shown to the customer as support contact; the provider unless said. */
  readonly supportContact?: Canary;
  readonly added?: { readonly quantity: number; readonly daysAgo: number };
};

const yearlyByMonth = { term: "P1Y", billing: "monthly" } as const;
const yearly = { term: "P1Y", billing: "annual" } as const;
const monthly = { term: "P1M", billing: "monthly" } as const;

export const subscriptions: readonly DemoSubscription[] = [
  {
    ...yearlyByMonth,
    name: "aurora offices",
    provider: "Brenta",
    tenant: "Aurora",
    offer: offers.businessPremium,
    friendlyName: "Uffici e cantieri",
    quantity: 30,
    added: { quantity: 5, daysAgo: 2 },
    startedDaysAgo: 140,
    resellerOfRecord: "Lario",
    supportContact: "Lario",
  },
  {
    ...monthly,
    name: "aurora reports",
    provider: "Brenta",
    tenant: "Aurora",
    offer: offers.powerBiPro,
    quantity: 8,
    startedDaysAgo: 3,
    resellerOfRecord: "Lario",
  },
  {
    ...yearly,
    name: "aurora projects",
    provider: "Brenta",
    tenant: "Aurora",
    offer: offers.projectPlan3,
    quantity: 4,
    startedDaysAgo: 351,
    autoRenew: false,
    resellerOfRecord: "Lario",
  },
  {
    ...yearly,
    name: "smeraldo shops",
    provider: "Brenta",
    tenant: "Smeraldo",
    offer: offers.businessStandard,
    quantity: 12,
    startedDaysAgo: 210,
    resellerOfRecord: "Vesuvio",
    supportContact: "Vesuvio",
  },
  {
    ...yearlyByMonth,
    name: "smeraldo mail",
    provider: "Brenta",
    tenant: "Smeraldo",
    offer: offers.exchangePlan1,
    quantity: 20,
    startedDaysAgo: 180,
    status: "suspended",
    resellerOfRecord: "Vesuvio",
  },
  {
    ...yearlyByMonth,
    name: "meridiana fleet",
    provider: "Brenta",
    tenant: "Meridiana",
    offer: offers.enterpriseE3,
    quantity: 60,
    startedDaysAgo: 300,
    resellerOfRecord: "Vesuvio",
  },
  {
    ...yearlyByMonth,
    name: "meridiana phones",
    provider: "Kestrel",
    tenant: "Meridiana",
    offer: offers.teamsPhone,
    quantity: 15,
    startedDaysAgo: 120,
    resellerOfRecord: "Lario",
    supportContact: "Lario",
  },
  {
    ...yearly,
    name: "pulsar labs",
    provider: "Kestrel",
    tenant: "Pulsar",
    offer: offers.enterpriseE3,
    quantity: 80,
    startedDaysAgo: 330,
    resellerOfRecord: "Lario",
  },
  {
    ...monthly,
    name: "pulsar trial project",
    provider: "Kestrel",
    tenant: "Pulsar",
    offer: offers.projectPlan3,
    quantity: 5,
    startedDaysAgo: 90,
    status: "deleted",
    endedDaysAgo: 86,
    autoRenew: false,
    resellerOfRecord: "Lario",
  },
  {
    ...yearlyByMonth,
    name: "opale works",
    provider: "Kestrel",
    tenant: "Opale",
    offer: offers.businessStandard,
    quantity: 9,
    startedDaysAgo: 250,
    resellerOfRecord: "Vesuvio",
    supportContact: "Vesuvio",
  },
  {
    ...monthly,
    name: "cobalto desks",
    provider: "Brenta",
    tenant: "Cobalto",
    offer: offers.businessBasic,
    quantity: 6,
    startedDaysAgo: 11,
  },
  {
    ...monthly,
    name: "cobalto archive",
    provider: "Brenta",
    tenant: "Cobalto",
    offer: offers.exchangePlan1,
    quantity: 2,
    startedDaysAgo: 120,
    status: "expired",
    endedDaysAgo: 90,
    autoRenew: false,
  },
  {
    ...yearlyByMonth,
    name: "juniper clinics",
    provider: "Nimbus",
    tenant: "Juniper",
    offer: offers.businessPremium,
    quantity: 40,
    startedDaysAgo: 275,
    resellerOfRecord: "Sequoia",
    supportContact: "Sequoia",
  },
];

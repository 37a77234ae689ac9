/**
 * Orders and their lines (S-11 to S-13, machines 5.4 and 5.5). An order is placed whole or not at all: `completed` with
 * every line fulfilled at the instant of its transaction. Each line makes one subscription, `active` at once, whose term
 * counts from that day and whose seats may be taken back for 168 hours (R101, R110).
 *
 * A unit price is the price of one seat for the whole term, whatever the billing cycle; the cycle only says in how many
 * equal parts it is charged (R95, R137).
 */
import { z } from "zod";
import type { ResellerCard } from "../partnership/reseller-standing";
import { termDurations } from "../subscription/term";
import { billingCycles } from "./offer-words";

/** The most lines one order takes. */
export const linesMax = 50;

const catalogueId = z.string().regex(/^[0-9A-Za-z]{1,40}$/, "ordering.offer_unknown");

/** One line as asked for; `shownUnitPriceMinor` is what the person saw, to be compared and never to be charged. */
export const orderLineSchema = z.strictObject({
  productId: catalogueId,
  skuId: catalogueId,
  termDuration: z.enum(termDurations),
  billingCycle: z.enum(billingCycles),
  quantity: z.int("ordering.quantity_not_whole"),
  shownUnitPriceMinor: z.int().nonnegative().nullable(),
});
export type OrderLineRequest = z.output<typeof orderLineSchema>;

/** The lines of an order: one to fifty. */
export const orderLinesSchema = z
  .array(orderLineSchema)
  .min(1, "ordering.no_lines")
  .max(linesMax, "ordering.too_many_lines");

/** What the catalogue says now of the offer a line names, for this customer, term, billing and quantity. */
export type OfferFacts = {
  readonly productTitle: string;
  readonly skuTitle: string;
  readonly publisher: string;
  readonly segment: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly isTrial: boolean;
  /** The customer has this product already, which ends the right to a trial of it (R119). */
  readonly isProductOwned: boolean;
  /** Of one seat for the term; `null` when nothing is sold for that term and billing now. */
  readonly unitPriceMinor: bigint | null;
};

/** What the provider may know of the reseller an order names. Absent without an active partnership (R42). */
export type OrderReseller = ResellerCard & {
  readonly organisationId: string;
  readonly companyName: string;
  readonly cspRegion: string;
};

/** Who sells. */
export type OrderSeller = {
  readonly country: string;
  readonly cspRegion: string;
  readonly programStatus: string;
  readonly hasSignedAgreement: boolean;
};

/** Who buys: an existing customer, or the one being created. */
export type OrderBuyer = {
  readonly country: string;
  readonly currency: string;
  readonly segment: string;
  readonly agreementStatus: string;
  readonly reviewStatus: string;
  /** The associated reseller, `null` for a direct customer (R41). */
  readonly resellerId: string | null;
};

/** Everything a decision about an order needs, read in one statement. */
export type OrderFacts = {
  readonly seller: OrderSeller;
  readonly buyer: OrderBuyer;
  readonly reseller: OrderReseller | null;
  /** The market whose price list counts for this customer; `null` when no list of the region has the currency. */
  readonly priceMarket: string | null;
  /** One entry for each line, in the order of the lines; `null` for SKUs the catalogue does not have. */
  readonly offers: readonly (OfferFacts | null)[];
};

/** A line that may be ordered, with everything that will be stored of it. */
export type OrderLineDraft = {
  readonly request: OrderLineRequest;
  readonly offer: OfferFacts;
  readonly offerName: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly unitPriceMinor: bigint;
  readonly amountMinor: bigint;
  readonly firstChargeMinor: bigint;
  readonly startsAt: Date;
  readonly commitmentEndsAt: Date;
  readonly cancellableUntil: Date;
};

/** An order that may be placed. `totalMinor` is what all seats cost over their terms. */
export type OrderDraft = {
  readonly currency: string;
  readonly reseller: OrderReseller | null;
  readonly lines: readonly OrderLineDraft[];
  readonly totalMinor: bigint;
  readonly firstChargeMinor: bigint;
};

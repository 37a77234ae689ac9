import type { OrderLineRequest } from "#/domain/ordering/model";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aPerson,
} from "../../support/builders";
import type { OfferRecord } from "../../support/offer-records";
import { anOffer } from "../../support/ordering-builders";

/** A provider with a partner reseller, their customer, an offer of EUR 12.50 a seat and year billed monthly, and a sales agent. */
export async function aStory() {
  const provider = await anIndirectProvider().create();
  const reseller = await anIndirectReseller().create();
  await aPartnership(provider, reseller);
  const customer = await aCustomer(provider, { reseller });
  return {
    provider,
    reseller,
    customer,
    offer: await anOffer(),
    orderer: await aPerson(provider, "sales_agent"),
  };
}

/** A line that asks for seats of an offer at its first price, as it was shown. */
export function lineOf(offer: OfferRecord, quantity: number): OrderLineRequest {
  const [price] = offer.prices;
  if (!price || price.termDuration === "none") throw new Error("the offer has no price");
  return {
    productId: offer.productId,
    skuId: offer.skuId,
    termDuration: price.termDuration,
    billingCycle: price.billingCycle,
    quantity,
    shownUnitPriceMinor: Number(price.unitPriceMinor),
  };
}

/** The input of an order, attested, without a reseller of record unless one is given. */
export function orderOf(
  customer: { readonly id: string },
  lines: readonly OrderLineRequest[],
  reseller: { readonly id: string } | null = null,
) {
  return {
    customerId: customer.id,
    resellerId: reseller?.id ?? null,
    lines: [...lines],
    attested: true as const,
  };
}

import { newId } from "#/domain/kernel/ids";
import { isTermDuration } from "#/domain/subscription/term";
import { daysAfter } from "../../prisma/seed/records/record-writer";
import { type SubscriptionRecord, writeSubscription } from "../../prisma/seed/records/subscription";
import type { BuiltCustomer } from "./builders";
import { fixtures } from "./database";
import { type OfferRecord, type PriceRecord, writeOffers } from "./offer-records";
import { clock } from "./runtime";
import { capitalised, uniqueWord } from "./unique";

type OfferOptions = Partial<Omit<OfferRecord, "prices">> & {
  /** Each replaces the usual one: EUR 12.50 for a seat and month in Italy, on a yearly term. */
  readonly prices?: readonly Partial<PriceRecord>[];
};

/** Stores a product with one SKU and its prices, valid now. */
export async function anOffer(options: OfferOptions = {}): Promise<OfferRecord> {
  const { prices = [{}], ...columns } = options;
  const word = uniqueWord();
  const usual: PriceRecord = {
    market: "IT",
    currency: "EUR",
    segment: "Commercial",
    termDuration: "P1Y",
    billingCycle: "monthly",
    unitPriceMinor: 1_250n,
    effectiveFrom: daysAfter(clock.now(), -60),
  };
  const offer: OfferRecord = {
    productId: `T${word.toUpperCase()}`,
    skuId: "0001",
    title: `${capitalised(word)} Suite`,
    minimumQuantity: 1,
    maximumQuantity: 300,
    ...columns,
    prices: prices.map((price) => ({ ...usual, ...price })),
  };
  await writeOffers(fixtures, [offer], clock.now());
  return offer;
}

/** Stores a subscription of a customer, with its order: ten seats on a yearly term, bought yesterday, unless told otherwise. */
export async function aSubscription(
  customer: BuiltCustomer,
  options: Partial<SubscriptionRecord> & { readonly offer?: OfferRecord } = {},
): Promise<SubscriptionRecord> {
  const { offer: given, ...columns } = options;
  const offer = given ?? (await anOffer());
  const [price] = offer.prices;
  if (!price) throw new Error("the offer has no price");
  const record: SubscriptionRecord = {
    id: newId(),
    orderId: newId(),
    customerId: customer.id,
    productId: offer.productId,
    skuId: offer.skuId,
    offerName: offer.title,
    quantity: 10,
    minimumQuantity: offer.minimumQuantity ?? 1,
    maximumQuantity: offer.maximumQuantity ?? 300,
    termDuration: isTermDuration(price.termDuration) ? price.termDuration : "P1Y",
    billingCycle: price.billingCycle,
    unitPriceMinor: price.unitPriceMinor,
    startsAt: daysAfter(clock.now(), -1),
    resellerOfRecordId: customer.reseller?.id ?? null,
    placedBy: { userId: customer.provider.admin.userId, name: customer.provider.admin.name },
    ...columns,
  };
  await writeSubscription(fixtures, record);
  return record;
}

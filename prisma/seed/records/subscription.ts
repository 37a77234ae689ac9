import { orderNumberOf } from "#/domain/ordering/order-number";
import {
  changeWindowEndsAt,
  commitmentEndsAt,
  firstTerm,
  type TermDuration,
} from "#/domain/subscription/term";
import type { BillingCycle, SubscriptionStatus } from "../../../src/db/generated/enums";
import type { RecordWriter } from "./record-writer";

/** A subscription and the order that bought it. */
export type SubscriptionRecord = {
  readonly id: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly offerName: string;
  readonly friendlyName?: string;
  readonly quantity: number;
  readonly minimumQuantity?: number;
  readonly maximumQuantity?: number;
  readonly status?: SubscriptionStatus;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly unitPriceMinor: bigint;
  readonly startsAt: Date;
  readonly autoRenew?: boolean;
  /** The reseller whose location id stands on the subscription; `null` for none (R24). */
  readonly resellerOfRecordId: string | null;
  /** The customer's provider unless given. */
  readonly supportContactId?: string;
  readonly placedBy: { readonly userId: string; readonly name: string };
  readonly isTrial?: boolean;
  /** When it was suspended, cancelled or ran out; absent while it goes on. */
  readonly suspendedAt?: Date;
  readonly endedAt?: Date;
  /** Seats added after the purchase, each with its own window. */
  readonly added?: readonly { readonly quantity: number; readonly at: Date }[];
};

/**
 * Writes the order, its line, the subscription and its batches of seats, and counts it at the customer. The quantity
 * includes the seats added later. Fails when the customer or the reseller of record is not there.
 */
export async function writeSubscription(db: RecordWriter, record: SubscriptionRecord): Promise<void> {
  const customer = await db.customer.findUniqueOrThrow({ where: { id: record.customerId } });
  const added = record.added ?? [];
  const bought = record.quantity - added.reduce((sum, { quantity }) => sum + quantity, 0);
  const partnerId = record.resellerOfRecordId
    ? (await db.organisation.findUniqueOrThrow({ where: { id: record.resellerOfRecordId } })).partnerId
    : null;
  await writeOrder(db, record, customer, bought);
  await db.subscription.create({
    data: {
      id: record.id,
      customerId: customer.id,
      providerId: customer.providerId,
      associatedResellerId: customer.resellerId,
      tenantId: customer.tenantId,
      orderId: record.orderId,
      productId: record.productId,
      skuId: record.skuId,
      offerName: record.offerName,
      friendlyName: record.friendlyName ?? record.offerName,
      quantity: record.quantity,
      minimumQuantity: record.minimumQuantity ?? 1,
      maximumQuantity: record.maximumQuantity ?? 10_000,
      status: record.status ?? "active",
      termDuration: record.termDuration,
      billingCycle: record.billingCycle,
      currency: customer.currency,
      unitPriceMinor: record.unitPriceMinor,
      startsAt: record.startsAt,
      commitmentEndsAt: commitmentEndsAt(firstTerm(record.startsAt, record.termDuration)),
      cancellableUntil: changeWindowEndsAt(record.startsAt),
      autoRenew: record.autoRenew ?? true,
      isTrial: record.isTrial ?? false,
      suspendedAt: record.suspendedAt ?? null,
      endedAt: record.endedAt ?? null,
      resellerOfRecordId: record.resellerOfRecordId,
      resellerOfRecordPartnerId: partnerId,
      supportContactId: record.supportContactId ?? customer.providerId,
      createdAt: record.startsAt,
      updatedAt: added.at(-1)?.at ?? record.startsAt,
    },
  });
  await db.licenceBatch.createMany({
    data: [{ quantity: bought, at: record.startsAt }, ...added].map(({ quantity, at }) => ({
      subscriptionId: record.id,
      providerId: customer.providerId,
      quantity,
      addedAt: at,
      reducibleUntil: changeWindowEndsAt(at),
    })),
  });
  await db.customer.update({ where: { id: customer.id }, data: { subscriptionCount: { increment: 1 } } });
}

type Buyer = { id: string; providerId: string; resellerId: string | null; currency: string };

async function writeOrder(
  db: RecordWriter,
  record: SubscriptionRecord,
  customer: Buyer,
  quantity: number,
): Promise<void> {
  const amountMinor = record.unitPriceMinor * BigInt(quantity);
  await db.order.create({
    data: {
      id: record.orderId,
      number: orderNumberOf(record.orderId, record.startsAt),
      customerId: customer.id,
      providerId: customer.providerId,
      associatedResellerId: customer.resellerId,
      currency: customer.currency,
      totalMinor: amountMinor,
      placedByUserId: record.placedBy.userId,
      placedByName: record.placedBy.name,
      attestedAt: record.startsAt,
      createdAt: record.startsAt,
    },
  });
  await db.orderLine.create({
    data: {
      orderId: record.orderId,
      lineNumber: 0,
      providerId: customer.providerId,
      productId: record.productId,
      skuId: record.skuId,
      offerName: record.offerName,
      termDuration: record.termDuration,
      billingCycle: record.billingCycle,
      quantity,
      unitPriceMinor: record.unitPriceMinor,
      amountMinor,
      currency: customer.currency,
      resellerOfRecordId: record.resellerOfRecordId,
      subscriptionId: record.id,
    },
  });
}

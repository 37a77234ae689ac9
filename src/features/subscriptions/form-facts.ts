import { can } from "#/domain/authorisation/authorise";
import type { SubscriptionDetail } from "#/domain/subscription/queries/get-subscription";
import { openBatches } from "#/domain/subscription/seats";
import type { BillingCycle, TermDuration } from "#/domain/subscription/term";
import type { Viewer } from "#/platform/auth/viewer";

/** Seats that can be taken back, with their deadline; instants in ISO 8601. */
export type BatchFacts = {
  readonly id: string;
  readonly quantity: number;
  readonly addedAt: string;
  readonly reducibleUntil: string;
};

/** What prices the seats of a change: whole minor units as text, since JSON has no such integers. */
export type PriceFacts = {
  readonly unitPriceMinor: string;
  readonly currency: string;
  readonly termDuration: TermDuration | "none";
  readonly billingCycle: BillingCycle;
  readonly startsAt: string;
};

/** Everything the form of a subscription shows and sends, as plain data for the browser. */
export type FormFacts = {
  readonly subscriptionId: string;
  readonly version: number;
  readonly friendlyName: string;
  readonly quantity: number;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly commitmentEndsAt: string;
  readonly batches: readonly BatchFacts[];
  /** `null` for roles that may not read prices. */
  readonly price: PriceFacts | null;
  readonly reseller: { readonly partnerId: string; readonly name: string | null } | null;
  readonly maySetReseller: boolean;
  readonly supportContacts: readonly { readonly id: string; readonly name: string }[];
  readonly supportContactId: string;
  readonly maySetSupportContact: boolean;
  readonly readAt: string;
  readonly timeZone: string;
};

/** The facts of a subscription for its form, as far as the viewer's roles go (A14, A16, A17, A26). */
export function toFormFacts(subscription: SubscriptionDetail, viewer: Viewer, readAt: Date): FormFacts {
  const { unitPriceMinor, currency, termDuration, billingCycle, startsAt, resellerPartnerId } = subscription;
  return {
    subscriptionId: subscription.id,
    version: subscription.version,
    friendlyName: subscription.friendlyName,
    quantity: subscription.quantity,
    minimumQuantity: subscription.minimumQuantity,
    maximumQuantity: subscription.maximumQuantity,
    commitmentEndsAt: subscription.commitmentEndsAt.toISOString(),
    batches: openBatches(subscription.batches, readAt).map((batch) => ({
      id: batch.id,
      quantity: batch.quantity,
      addedAt: batch.addedAt.toISOString(),
      reducibleUntil: batch.reducibleUntil.toISOString(),
    })),
    price:
      unitPriceMinor === null
        ? null
        : {
            unitPriceMinor: unitPriceMinor.toString(),
            currency,
            termDuration,
            billingCycle,
            startsAt: startsAt.toISOString(),
          },
    reseller:
      resellerPartnerId === null ? null : { partnerId: resellerPartnerId, name: subscription.resellerName },
    maySetReseller: can(viewer.actor, "reseller_of_record.set"),
    supportContacts: subscription.supportContacts,
    supportContactId: subscription.supportContactId,
    maySetSupportContact: can(viewer.actor, "support_contact.set"),
    readAt: readAt.toISOString(),
    timeZone: viewer.timeZone ?? "UTC",
  };
}

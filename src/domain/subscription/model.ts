/**
 * A subscription is what one order line bought for one customer (spec 1.2, machine 5.5): `active` at once, with a term
 * that ends at `commitmentEndsAt` and then renews or ends. `suspended` takes no changes until it is reactivated,
 * `expired` and `disabled` take none any more, `deleted` is the end. Its seats come in batches: each purchase or increase
 * adds one, and a batch can be taken back for 168 hours; a decrease takes from the youngest open batch first (R101, 5.6).
 * The batches always add up to the quantity.
 */
import type { BillingCycle, TermDuration } from "./term";

/** The states of a subscription (spec 1.4); `deleted` is shown as "Canceled". */
export const subscriptionStatuses = [
  "pending",
  "active",
  "suspended",
  "expired",
  "disabled",
  "deleted",
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** After so many changes a subscription takes no more (R102, 900311). */
export const updatesMax = 1_200;

/** Characters of a nickname. */
export const nicknameLimits = { min: 1, max: 100 } as const;

/** Seats added together; they may be taken back up to and including `reducibleUntil`. */
export type LicenceBatch = {
  readonly id: string;
  readonly quantity: number;
  readonly addedAt: Date;
  readonly reducibleUntil: Date;
};

/** A row of a customer's subscriptions (S-19). The reseller of record and the support contact come by name. */
export type SubscriptionListItem = {
  readonly id: string;
  readonly friendlyName: string;
  readonly offerName: string;
  readonly quantity: number;
  readonly status: SubscriptionStatus;
  readonly termDuration: TermDuration | "none";
  readonly billingCycle: BillingCycle;
  readonly commitmentEndsAt: Date;
  readonly cancellableUntil: Date;
  readonly autoRenew: boolean;
  readonly resellerName: string | null;
  readonly resellerPartnerId: string | null;
  readonly supportContactId: string;
  readonly supportContactName: string | null;
};

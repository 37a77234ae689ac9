import type { LicenceBatch, Subscription } from "#/db/generated/client";
import type { Role } from "#/domain/authorisation/roles";
import type { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aPerson,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { aSubscription } from "../../support/ordering-builders";

/** A provider with a partner reseller, their customer, and its subscription of ten seats bought yesterday; nobody is reseller of record. */
export async function aStory(options: Parameters<typeof aSubscription>[1] = {}) {
  const [provider, reseller] = await Promise.all([
    anIndirectProvider().create(),
    anIndirectReseller().create(),
  ]);
  await aPartnership(provider, reseller);
  const customer = await aCustomer(provider, { reseller });
  const subscription = await aSubscription(customer, { resellerOfRecordId: null, ...options });
  return {
    provider,
    reseller,
    customer,
    subscription,
    agent: await aPerson(provider, "admin_agent"),
    person: (...roles: readonly Role[]) => aPerson(provider, ...roles),
    /** The input of a change of the version as bought. */
    change: (values: Partial<Parameters<typeof changeSubscription.input.parse>[0] & object> = {}) => ({
      subscriptionId: subscription.id,
      version: 1,
      ...values,
    }),
  };
}

type StoredSubscription = Subscription & { readonly batches: readonly LicenceBatch[] };

/** The subscription as stored now, with its batches, the youngest first. */
export function storedSubscription(id: string): Promise<StoredSubscription> {
  return fixtures.subscription.findUniqueOrThrow({
    where: { id },
    include: { batches: { orderBy: [{ addedAt: "desc" }, { id: "desc" }] } },
  });
}

/** The seats of all batches of a subscription. */
export async function seatsIn(id: string): Promise<number> {
  const { batches } = await storedSubscription(id);
  return batches.reduce((sum, { quantity }) => sum + quantity, 0);
}

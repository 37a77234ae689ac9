import { describe, expect, test } from "vitest";
import type { UserActor } from "#/domain/authorisation/actor";
import { can } from "#/domain/authorisation/authorise";
import { rolesOf } from "#/domain/authorisation/roles";
import { newId } from "#/domain/kernel/ids";
import { userActor } from "../../support/actors";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
  type BuiltOrganisation,
} from "../../support/builders";
import { databaseDigest } from "../../support/digest";
import { aSubscription } from "../../support/ordering-builders";
import { everyOperation, type Probed, probe } from "./every-operation";

async function aWorld() {
  const provider = await anIndirectProvider().create();
  const reseller = await anIndirectReseller().create();
  const partnership = await aPartnership(provider, reseller);
  const invitation = await anInvitation(provider, { status: "draft" });
  const customer = await aCustomer(provider, { reseller });
  const subscription = await aSubscription(customer);
  return { provider, reseller, partnership, invitation, customer, subscription };
}

type World = Awaited<ReturnType<typeof aWorld>>;

const draft = (world: World) => ({
  invitationId: world.invitation.id,
  version: 1,
  recipient: "somebody@else.example",
  text: "text",
  language: "en",
  expiryDays: 90,
  reusable: true,
});
const line = {
  productId: "P",
  skuId: "0001",
  termDuration: "P1Y",
  billingCycle: "monthly",
  quantity: 1,
  shownUnitPriceMinor: null,
};

/** For each operation that names a thing by its id: a well-formed input that names somebody else's. */
const inputsNaming: Readonly<Record<string, (world: World) => unknown>> = {
  "customer.change_reseller": ({ customer }) => ({ customerId: customer.id, version: 1, resellerId: null }),
  "customer.get": ({ customer }) => ({ id: customer.id }),
  "order.place": ({ customer }) => ({
    customerId: customer.id,
    resellerId: null,
    lines: [line],
    attested: true,
  }),
  "ordering.find_customer": ({ customer }) => ({ customerId: customer.id }),
  "ordering.list_orders": ({ customer }) => ({ customerId: customer.id }),
  "ordering.review_order": ({ customer }) => ({
    buyer: { customerId: customer.id },
    resellerId: null,
    lines: [line],
  }),
  "ordering.search_catalogue": ({ customer }) => ({ buyer: { customerId: customer.id } }),
  "partnership.mark_invitation_shared": (world) => ({ ...draft(world), via: "copy" }),
  "partnership.preview_removal": ({ partnership }) => ({ partnershipId: partnership.id }),
  "partnership.read_invitation": ({ invitation }) => ({ invitationId: invitation.id }),
  "partnership.read_provider": ({ partnership }) => ({ partnershipId: partnership.id }),
  "partnership.read_reseller": ({ partnership }) => ({ partnershipId: partnership.id }),
  "partnership.remove": ({ partnership }) => ({ partnershipId: partnership.id, acknowledgedTextVersion: 1 }),
  "partnership.revoke_invitation": ({ invitation }) => ({ invitationId: invitation.id }),
  "partnership.send_invitation": (world) => ({ ...draft(world), subject: "Subject" }),
  "partnership.update_invitation_draft": draft,
  "subscription.change": ({ subscription }) => ({
    subscriptionId: subscription.id,
    version: 1,
    friendlyName: "Taken over",
  }),
  "subscription.get": ({ customer, subscription }) => ({
    customerId: customer.id,
    subscriptionId: subscription.id,
  }),
};

/** Things that belong to the vendor alone, whom no other organisation stands beside. */
const vendorsOwn = /^price_list\./;

function namesAThing({ name, input }: Probed): boolean {
  const text = JSON.stringify(Object.keys((input as { shape?: object }).shape ?? {}));
  return (
    /"(id|customerId|partnershipId|invitationId|subscriptionId|orderId|buyer)"/.test(text) &&
    !vendorsOwn.test(name)
  );
}

function everyRole(organisation: BuiltOrganisation): UserActor {
  return userActor({ organisation, roles: [...rolesOf[organisation.kind]] });
}

describe("another organisation's things", () => {
  test("every operation that names a thing is probed", () => {
    const named = everyOperation.filter(namesAThing).map(({ name }) => name);
    expect(named.filter((name) => !(name in inputsNaming))).toEqual([]);
    expect(named.length).toBeGreaterThanOrEqual(15);
  });

  test("R1, R2, R3: are not found by anybody else, as if they were not there, and nothing changes", async () => {
    const world = await aWorld();
    const stranger = await aWorld();
    const formerReseller = await anIndirectReseller().create();
    await aPartnership(world.provider, formerReseller, { removed: true });
    const otherReseller = await anIndirectReseller().create();
    await aPartnership(world.provider, otherReseller);
    const strangers = [
      stranger.provider,
      stranger.reseller,
      stranger.customer.tenant,
      formerReseller,
      otherReseller,
    ];
    const before = await databaseDigest("audit_record", "idempotency_record");
    const answered: string[] = [];
    for (const probed of everyOperation.filter(({ name }) => name in inputsNaming)) {
      for (const actor of strangers.map(everyRole)) {
        if (typeof probed.access === "string" && !can(actor, probed.access)) continue;
        const real = await probe(probed, actor, inputsNaming[probed.name]?.(world));
        const kind = real.ok ? "answered" : real.failure.kind;
        if (kind !== "not_found") answered.push(`${probed.name} as ${actor.organisationKind}: ${kind}`);
      }
    }
    expect(answered).toEqual([]);
    expect(await databaseDigest("audit_record", "idempotency_record")).toEqual(before);
  });

  test("are told in the same words as things that never were", async () => {
    const world = await aWorld();
    const stranger = await aWorld();
    const nowhere = {
      ...world,
      partnership: { ...world.partnership, id: newId() },
      invitation: { ...world.invitation, id: newId() },
      customer: { ...world.customer, id: newId() },
      subscription: { ...world.subscription, id: newId() },
    };
    for (const probed of everyOperation.filter(({ name }) => name in inputsNaming)) {
      const actor = everyRole(stranger.provider);
      if (typeof probed.access === "string" && !can(actor, probed.access)) continue;
      const theirs = await probe(probed, actor, inputsNaming[probed.name]?.(world));
      const nobodys = await probe(probed, actor, inputsNaming[probed.name]?.(nowhere));
      expect(theirs, probed.name).toEqual(nobodys);
    }
  });
});

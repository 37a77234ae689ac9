import { afterEach, describe, expect, test } from "vitest";
import type { SubscriptionChange } from "#/db/generated/client";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aTenant,
  aVendorOperator,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { failureIn, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { aStory, seatsIn, storedSubscription } from "./story";

afterEach(() => clock.reset());

describe("changing a subscription", () => {
  test("spans 141, 156, 157, 171, 172, 218, 219: one Submit sets nickname, licences, reseller and support contact", async () => {
    const { agent, reseller, subscription, change } = await aStory();
    const output = valueIn(
      await runAs(
        agent,
        changeSubscription,
        change({
          friendlyName: "Mail for sales",
          quantity: 15,
          resellerPartnerId: reseller.partnerId,
          supportContactId: reseller.id,
        }),
      ),
    );
    expect(output).toEqual({
      version: 2,
      changed: ["friendlyName", "quantity", "resellerOfRecordPartnerId", "supportContactId"],
    });
    expect(await storedSubscription(subscription.id)).toMatchObject({
      friendlyName: "Mail for sales",
      quantity: 15,
      resellerOfRecordId: reseller.id,
      resellerOfRecordPartnerId: reseller.partnerId,
      supportContactId: reseller.id,
      version: 2,
      updateCount: 1,
    });
    expect(await seatsIn(subscription.id)).toBe(15);
  });

  test("span 209, R100: more licences are a new batch with its own 168 hours", async () => {
    const { agent, subscription, change } = await aStory();
    clock.moveTo(new Date());
    valueIn(await runAs(agent, changeSubscription, change({ quantity: 12 })));
    const { batches } = await storedSubscription(subscription.id);
    expect(batches.map(({ quantity }) => quantity)).toEqual([2, 10]);
    expect((batches[0]?.reducibleUntil.getTime() ?? 0) - clock.now().getTime()).toBe(168 * 3_600_000);
  });

  test("R101: fewer licences come from the youngest batch inside its window, and an emptied batch goes", async () => {
    const { agent, subscription, change } = await aStory();
    clock.moveTo(new Date());
    valueIn(await runAs(agent, changeSubscription, change({ quantity: 12 })));
    clock.advance({ hours: 1 });
    valueIn(await runAs(agent, changeSubscription, change({ version: 2, quantity: 15 })));
    clock.advance({ hours: 1 });
    valueIn(await runAs(agent, changeSubscription, change({ version: 3, quantity: 11 })));
    expect((await storedSubscription(subscription.id)).batches.map(({ quantity }) => quantity)).toEqual([
      1, 10,
    ]);
  });

  test("R101, 900257, 800090: after the window the licences stay, and the message says from when it is possible", async () => {
    const { agent, subscription, change } = await aStory();
    clock.moveTo(new Date(subscription.startsAt.getTime() + 168 * 3_600_000 + 1));
    const failure = failureIn(await runAs(agent, changeSubscription, change({ quantity: 9 })));
    expect(failure).toMatchObject({
      kind: "invalid",
      problems: [{ field: "quantity", code: "subscription.window_over" }],
    });
    clock.advance({ seconds: -0.001 });
    valueIn(await runAs(agent, changeSubscription, change({ quantity: 9 })));
    expect(await seatsIn(subscription.id)).toBe(9);
  });

  test("2002, R91: outside the range nothing changes", async () => {
    const { agent, change } = await aStory();
    const before = await databaseDigest("audit_record");
    for (const quantity of [0, 301, 2_147_483_647]) {
      expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ quantity })))).toBe(
        "quantity:subscription.quantity_range",
      );
    }
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ quantity: 1.5 })))).toBe(
      "quantity:subscription.quantity_not_whole",
    );
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("all or nothing: one bad field keeps the good ones from being stored", async () => {
    const { agent, change } = await aStory();
    const before = await databaseDigest("audit_record");
    const answer = await runAs(
      agent,
      changeSubscription,
      change({ friendlyName: "New", quantity: 20, resellerPartnerId: "1" }),
    );
    expect(refusalCodeIn(answer)).toBe("reseller:partner_id.unknown");
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("R160: the activity log keeps who changed what, before and after, and the history tells it", async () => {
    const { agent, reseller, customer, subscription, change } = await aStory();
    valueIn(
      await runAs(agent, changeSubscription, change({ quantity: 12, resellerPartnerId: reseller.partnerId })),
    );
    const [audit, ...more] = await fixtures.auditRecord.findMany({ where: { resourceId: subscription.id } });
    expect(more).toEqual([]);
    expect(audit).toMatchObject({
      operation: "subscription.change",
      outcome: "succeeded",
      actorName: agent.name,
      customerId: customer.id,
      before: { quantity: 10, resellerOfRecordPartnerId: null },
      after: {
        quantity: 12,
        resellerOfRecordPartnerId: reseller.partnerId,
        resellerOfRecordName: reseller.companyName,
      },
    });
    const told: SubscriptionChange[] = await fixtures.subscriptionChange.findMany({
      where: { subscriptionId: subscription.id },
    });
    expect(told.map(({ kind }) => kind).sort()).toEqual(["quantity", "reseller_of_record"]);
    expect(told.find(({ kind }) => kind === "quantity")).toMatchObject({
      before: { quantity: 10 },
      after: { quantity: 12 },
      changedByName: agent.name,
      resellerId: reseller.id,
      tenantId: customer.tenant.id,
      currency: "EUR",
    });
    expect(told.find(({ kind }) => kind === "quantity")?.chargeMinor).toBeGreaterThan(0n);
  });

  test("a form sent twice with one key changes once and gets the same answer; with other values it is refused", async () => {
    const { agent, subscription, change } = await aStory();
    const key = crypto.randomUUID();
    const first = valueIn(await runAs(agent, changeSubscription, change({ quantity: 12 }), { key }));
    expect(valueIn(await runAs(agent, changeSubscription, change({ quantity: 12 }), { key }))).toEqual(first);
    expect((await storedSubscription(subscription.id)).updateCount).toBe(1);
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ quantity: 13 }), { key }))).toBe(
      "conflict.key_reused",
    );
  });

  test("2055: a stale version is refused", async () => {
    const { agent, change } = await aStory();
    valueIn(await runAs(agent, changeSubscription, change({ quantity: 12 })));
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ quantity: 13 })))).toBe(
      "conflict.stale",
    );
  });

  test("what is sent unchanged counts as no update (R102)", async () => {
    const { agent, subscription, change } = await aStory();
    expect(valueIn(await runAs(agent, changeSubscription, change({ quantity: 10 })))).toEqual({
      version: 1,
      changed: [],
    });
    expect(await storedSubscription(subscription.id)).toMatchObject({ updateCount: 0, version: 1 });
  });

  test("R102, 900311: after 1,200 updates a further one is refused", async () => {
    const { agent, subscription, change } = await aStory();
    await fixtures.subscription.update({ where: { id: subscription.id }, data: { updateCount: 1_199 } });
    valueIn(await runAs(agent, changeSubscription, change({ quantity: 11 })));
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ version: 2, quantity: 12 })))).toBe(
      "subscription.too_many_updates",
    );
  });

  test.each([
    ["suspended", "subscription.suspended"],
    ["deleted", "subscription.deleted"],
    ["expired", "subscription.ended"],
    ["disabled", "subscription.ended"],
    ["pending", "subscription.pending"],
  ] as const)("a %s subscription takes no change", async (status, code) => {
    const { agent, change } = await aStory({ status });
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ friendlyName: "New" })))).toBe(code);
  });
});

describe("the reseller of record", () => {
  test("span 142, R98: another id than a partner's is allowed, and both provider and customer then know its name (R99)", async () => {
    const { agent, provider, customer, subscription, change } = await aStory();
    const stranger = await anIndirectReseller().create();
    valueIn(await runAs(agent, changeSubscription, change({ resellerPartnerId: stranger.partnerId })));
    expect((await storedSubscription(subscription.id)).resellerOfRecordId).toBe(stranger.id);
    for (const viewerId of [provider.id, customer.tenant.id]) {
      const card = await fixtures.partnerCard.findUnique({
        where: { viewerId_subjectId: { viewerId, subjectId: stranger.id } },
      });
      expect(card?.companyName).toBe(stranger.companyName);
    }
  });

  test("span 143: an id without a signed agreement, of another region, suspended, global, or no reseller's is refused", async () => {
    const { agent, provider, change } = await aStory();
    const [unsigned, american, suspended, otherProvider, withGlobal] = await Promise.all([
      anIndirectReseller().with({ agreementSignedAt: null }).create(),
      anIndirectReseller().inCountry("US").create(),
      anIndirectReseller().suspended().create(),
      anIndirectProvider().create(),
      anIndirectReseller().create(),
    ]);
    const globalId = String(Math.floor(1e9 + Math.random() * 8e9));
    await fixtures.partnerLocation.create({
      data: {
        organisationId: withGlobal.id,
        partnerId: globalId,
        type: "global",
        name: "Head office record",
        country: "IT",
      },
    });
    const refusals = [
      [unsigned.partnerId, "agreement_missing"],
      [american.partnerId, "other_region"],
      [suspended.partnerId, "not_in_good_standing"],
      [otherProvider.partnerId, "not_a_reseller"],
      [provider.partnerId, "own"],
      [globalId, "global"],
      ["1", "unknown"],
    ] as const;
    for (const [resellerPartnerId, code] of refusals) {
      expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ resellerPartnerId })))).toBe(
        `reseller:partner_id.${code}`,
      );
    }
    expect(
      refusalCodeIn(await runAs(agent, changeSubscription, change({ resellerPartnerId: "12x\u0000" }))),
    ).toBe("reseller:partner_id.malformed");
  });

  test("R25: a change of licences validates the reseller that stands there; clearing it in the same Submit helps", async () => {
    const { agent, reseller, subscription, change } = await aStory();
    valueIn(await runAs(agent, changeSubscription, change({ resellerPartnerId: reseller.partnerId })));
    await fixtures.organisation.update({ where: { id: reseller.id }, data: { programStatus: "suspended" } });
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ version: 2, quantity: 11 })))).toBe(
      "quantity:partner_id.not_in_good_standing",
    );
    valueIn(
      await runAs(agent, changeSubscription, change({ version: 2, quantity: 11, resellerPartnerId: null })),
    );
    expect(await storedSubscription(subscription.id)).toMatchObject({
      quantity: 11,
      resellerOfRecordId: null,
    });
  });

  test("R99, R123: setting it gives no right and changes no association", async () => {
    const { agent, customer, reseller, change } = await aStory();
    const stranger = await anIndirectReseller().create();
    valueIn(await runAs(agent, changeSubscription, change({ resellerPartnerId: stranger.partnerId })));
    const stored = await fixtures.subscription.findFirstOrThrow({ where: { customerId: customer.id } });
    expect(stored.associatedResellerId).toBe(reseller.id);
    expect((await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } })).resellerId).toBe(
      reseller.id,
    );
  });
});

describe("the designated support contact", () => {
  test("R121: only the provider or the associated reseller while it is a partner", async () => {
    const { agent, provider, reseller, change } = await aStory();
    const other = await anIndirectReseller().create();
    await aPartnership(provider, other);
    expect(
      refusalCodeIn(await runAs(agent, changeSubscription, change({ supportContactId: other.id }))),
    ).toBe("supportContactId:subscription.support_contact_not_eligible");
    await fixtures.partnership.updateMany({
      where: { providerId: provider.id, resellerId: reseller.id },
      data: { state: "removed", removedAt: new Date() },
    });
    expect(
      refusalCodeIn(await runAs(agent, changeSubscription, change({ supportContactId: reseller.id }))),
    ).toBe("supportContactId:subscription.support_contact_not_eligible");
  });
});

describe("who may change what", () => {
  test("A14, A16, A17: each field asks for its own right", async () => {
    const { provider, reseller, person, change } = await aStory();
    const values = {
      quantity: { quantity: 11 },
      reseller: { resellerPartnerId: reseller.partnerId },
      support: { supportContactId: provider.id },
    };
    const allowed = {
      global_admin: ["quantity", "reseller", "support"],
      user_admin: ["quantity", "reseller"],
      billing_admin: ["quantity", "reseller"],
      admin_agent: ["quantity", "reseller", "support"],
      sales_agent: ["quantity", "reseller", "support"],
      helpdesk_agent: ["quantity", "support"],
      report_viewer: [],
    } as const;
    for (const [role, fields] of Object.entries(allowed)) {
      const actor = await person(role as keyof typeof allowed);
      for (const [field, value] of Object.entries(values)) {
        const answer = await runAs(actor, changeSubscription, change({ version: 99, ...value }));
        const expected = (fields as readonly string[]).includes(field)
          ? "conflict.stale"
          : "access.role_missing";
        expect(refusalCodeIn(answer), `${role} ${field}`).toBe(expected);
      }
    }
  });

  test("R2: to every foreign actor the subscription is not there", async () => {
    const { customer, reseller, change } = await aStory();
    const otherProvider = await anIndirectProvider().create();
    await aPartnership(otherProvider, reseller);
    await aCustomer(otherProvider, { tenant: customer.tenant, reseller });
    const others = [
      reseller.admin,
      customer.tenant.admin,
      (await aVendorOperator().create()).admin,
      (await aTenant().create()).admin,
    ];
    const before = await databaseDigest("audit_record");
    expect(
      refusalCodeIn(await runAs(otherProvider.admin, changeSubscription, change({ quantity: 11 }))),
    ).toBe("not_found");
    for (const actor of others) {
      expect(refusalCodeIn(await runAs(actor, changeSubscription, change({ quantity: 11 })))).toBe(
        "access.organisation_kind",
      );
    }
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("R2: nor is it to the provider whose customer it is no more", async () => {
    const { agent, customer, change } = await aStory();
    await fixtures.customer.update({
      where: { id: customer.id },
      data: { relationship: "removed", removedAt: new Date() },
    });
    expect(refusalCodeIn(await runAs(agent, changeSubscription, change({ quantity: 11 })))).toBe("not_found");
  });
});

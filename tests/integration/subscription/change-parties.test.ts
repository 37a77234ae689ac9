import { describe, expect, test } from "vitest";
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
import { refusalCodeIn, runAs, valueIn } from "../../support/run";
import { aStory, storedSubscription } from "./story";

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

import { describe, expect, test } from "vitest";
import { listGlobalAdmins } from "#/domain/organisation/queries/list-global-admins";
import { aCustomer, anIndirectProvider, anIndirectReseller, aPartnership } from "../../support/builders";
import { database, fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { queryAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";

describe("the test machinery", () => {
  test("stores a whole story: partners, their cards, a customer and what it bought", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    await aPartnership(provider, reseller);
    const customer = await aCustomer(provider, { reseller });
    const offer = await anOffer({ maximumQuantity: 50 });
    const { id } = await aSubscription(customer, { offer, quantity: 7 });
    const stored = await fixtures.subscription.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({
      quantity: 7,
      associatedResellerId: reseller.id,
      resellerOfRecordPartnerId: reseller.partnerId,
    });
    expect(
      await fixtures.partnerCard.count({ where: { viewerId: reseller.id, subjectId: provider.id } }),
    ).toBe(1);
    expect(await fixtures.partnerCard.count({ where: { viewerId: customer.tenant.id } })).toBe(2);
  });

  test("runs queries through the real door, as people who are really stored", async () => {
    const provider = await anIndirectProvider().create();
    const admins = valueIn(await queryAs(provider.as("sales_agent"), listGlobalAdmins, {}));
    expect(admins.map(({ name }) => name)).toEqual([provider.admin.name]);
  });

  test("a statement outside a unit of work is refused by the database", async () => {
    await expect(database.pool.query("select id from organisation")).rejects.toThrow();
  });

  test("the digest names the table that changed and no other", async () => {
    const provider = await anIndirectProvider().create();
    const before = await databaseDigest();
    await fixtures.notification.createMany({
      data: [{ id: crypto.randomUUID(), organisationId: provider.id, type: "x", params: {}, roles: [] }],
    });
    const after = await databaseDigest();
    expect(Object.keys(before).filter((table) => before[table] !== after[table])).toEqual(["notification"]);
  });

  test("the clock stands still once moved, and runs again when reset", () => {
    clock.moveTo(new Date("2026-03-29T01:30:00Z"));
    clock.advance({ days: 1, hours: 2 });
    expect(clock.now().toISOString()).toBe("2026-03-30T03:30:00.000Z");
    clock.reset();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

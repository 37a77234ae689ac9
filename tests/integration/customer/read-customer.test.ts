import { describe, expect, test } from "vitest";
import { getCustomer } from "#/domain/customer/queries/get-customer";
import { listOwnPartners } from "#/domain/customer/queries/list-own-partners";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aTenant,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { queryAs, refusalCodeIn, valueIn } from "../../support/run";

async function aStory() {
  const [provider, reseller] = await Promise.all([
    anIndirectProvider().create(),
    anIndirectReseller().create(),
  ]);
  await aPartnership(provider, reseller);
  return { provider, reseller, customer: await aCustomer(provider, { reseller }) };
}

describe("a customer's page", () => {
  test("spans 217, 222, 223: tells who the customer is and lists its subscriptions as soon as they exist", async () => {
    const { provider, reseller, customer } = await aStory();
    expect(
      valueIn(await queryAs(provider.admin, getCustomer, { id: customer.id })).subscriptions.items,
    ).toEqual([]);
    const sold = await aSubscription(customer, { offer: await anOffer() });
    const page = valueIn(await queryAs(provider.admin, getCustomer, { id: customer.id }));
    expect(page.customer).toMatchObject({
      tenantId: customer.tenant.id,
      companyName: customer.tenant.companyName,
      partnerId: reseller.id,
      partnerName: reseller.companyName,
      partnerPartnerId: reseller.partnerId,
      hasPartnership: true,
      agreementStatus: "attested",
      reviewStatus: "ok",
      version: 1,
    });
    expect(page.subscriptions.items).toMatchObject([
      {
        id: sold.id,
        friendlyName: sold.offerName,
        quantity: 10,
        status: "active",
        termDuration: "P1Y",
        billingCycle: "monthly",
        resellerName: reseller.companyName,
        resellerPartnerId: reseller.partnerId,
        supportContactName: provider.companyName,
      },
    ]);
  });

  test("R31, R36: after the partnership ended the association stays and is told as a former partner's", async () => {
    const { provider, customer } = await aStory();
    await fixtures.partnership.updateMany({
      where: { providerId: provider.id },
      data: { state: "removed", removedAt: new Date() },
    });
    expect(
      valueIn(await queryAs(provider.admin, getCustomer, { id: customer.id })).customer.hasPartnership,
    ).toBe(false);
  });

  test("R3, R4: the associated reseller sees it and its subscriptions, and no price in any of it", async () => {
    const { provider, reseller, customer } = await aStory();
    await aSubscription(customer, { offer: await anOffer() });
    const page = valueIn(await queryAs(reseller.admin, getCustomer, { id: customer.id }));
    expect(page.customer).toMatchObject({ partnerId: provider.id, partnerName: provider.companyName });
    expect(page.subscriptions.items).toMatchObject([
      { resellerName: reseller.companyName, supportContactName: provider.companyName },
    ]);
    const names = [page.customer, ...page.subscriptions.items].flatMap((told) => Object.keys(told));
    expect(names.filter((name) => /price|minor|currency|charge/i.test(name))).toEqual([]);
  });

  test("R6: two providers of one tenant each see only what they sold; their common reseller sees both, apart", async () => {
    const { provider, reseller, customer } = await aStory();
    const second = await anIndirectProvider().create();
    await aPartnership(second, reseller);
    const twin = await aCustomer(second, { tenant: customer.tenant, reseller });
    const mine = await aSubscription(customer, { offer: await anOffer() });
    const theirs = await aSubscription(twin, { offer: await anOffer() });
    const soldTo = async (viewer: typeof provider, id: string) =>
      valueIn(await queryAs(viewer.admin, getCustomer, { id })).subscriptions.items.map((item) => item.id);
    expect(await soldTo(provider, customer.id)).toEqual([mine.id]);
    expect(await soldTo(second, twin.id)).toEqual([theirs.id]);
    expect(await soldTo(reseller, customer.id)).toEqual([mine.id]);
    expect(await soldTo(reseller, twin.id)).toEqual([theirs.id]);
    expect(refusalCodeIn(await queryAs(provider.admin, getCustomer, { id: twin.id }))).toBe("not_found");
    expect(refusalCodeIn(await queryAs(second.admin, getCustomer, { id: customer.id }))).toBe("not_found");
  });

  test("R2, R3: is not found for foreign providers and resellers, and no page at all for customers", async () => {
    const { provider, customer } = await aStory();
    const [otherProvider, otherReseller] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectReseller().create(),
    ]);
    await aPartnership(provider, otherReseller);
    for (const viewer of [otherProvider, otherReseller]) {
      expect(refusalCodeIn(await queryAs(viewer.admin, getCustomer, { id: customer.id }))).toBe("not_found");
    }
    const own = await queryAs(customer.tenant.admin, getCustomer, { id: customer.id });
    expect(refusalCodeIn(own)).toBe("access.organisation_kind");
    await fixtures.customer.update({
      where: { id: customer.id },
      data: { relationship: "removed", removedAt: new Date() },
    });
    expect(refusalCodeIn(await queryAs(provider.admin, getCustomer, { id: customer.id }))).toBe("not_found");
  });

  test("more than a hundred subscriptions come in pages", async () => {
    const { provider, customer } = await aStory();
    const offer = await anOffer();
    for (let n = 0; n < 101; n += 1) await aSubscription(customer, { offer });
    const first = valueIn(await queryAs(provider.admin, getCustomer, { id: customer.id })).subscriptions;
    const after = first.next ?? "";
    const next = valueIn(
      await queryAs(provider.admin, getCustomer, { id: customer.id, after }),
    ).subscriptions;
    expect([first.items.length, next.items.length]).toEqual([100, 1]);
    expect(first.items.map(({ id }) => id)).not.toContain(next.items[0]?.id);
  });
});

describe("Partner relationships", () => {
  test("S-26, R5: a customer sees its providers and associated resellers by their public profile, and since when", async () => {
    const { provider, reseller, customer } = await aStory();
    const second = await anIndirectProvider().create();
    await aCustomer(second, { tenant: customer.tenant });
    const stranger = await aStory();
    const partners = valueIn(await queryAs(customer.tenant.admin, listOwnPartners, {}));
    expect(partners.map(({ companyName, kind, throughName }) => [companyName, kind, throughName])).toEqual(
      expect.arrayContaining([
        [provider.companyName, "indirect_provider", null],
        [reseller.companyName, "indirect_reseller", provider.companyName],
        [second.companyName, "indirect_provider", null],
      ]),
    );
    expect(partners).toHaveLength(3);
    expect(JSON.stringify(partners)).not.toContain(stranger.provider.companyName);
  });

  test("a provider that no longer serves the customer is gone", async () => {
    const { customer } = await aStory();
    await fixtures.customer.update({
      where: { id: customer.id },
      data: { relationship: "removed", removedAt: new Date() },
    });
    expect(valueIn(await queryAs(customer.tenant.admin, listOwnPartners, {}))).toEqual([]);
  });

  test("C4: users of the customer without an administrator role do not see them, partners have no such list", async () => {
    const { provider, customer } = await aStory();
    const tenant = await aTenant().create();
    expect(refusalCodeIn(await queryAs(customer.tenant.as("customer_user"), listOwnPartners, {}))).toBe(
      "access.role_missing",
    );
    expect((await queryAs(tenant.as("customer_billing_admin"), listOwnPartners, {})).ok).toBe(true);
    expect(refusalCodeIn(await queryAs(provider.admin, listOwnPartners, {}))).toBe(
      "access.organisation_kind",
    );
  });
});

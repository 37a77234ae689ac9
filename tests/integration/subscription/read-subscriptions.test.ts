import { describe, expect, test } from "vitest";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import { getSubscription } from "#/domain/subscription/queries/get-subscription";
import { listOwnSubscriptions } from "#/domain/subscription/queries/list-own-subscriptions";
import { summariseOwnSubscriptions } from "#/domain/subscription/queries/summarise-own-subscriptions";
import {
  aCustomer,
  anIndirectProvider,
  aPartnership,
  aTenant,
  aVendorOperator,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { aStory } from "./story";

const lookFor = (story: Awaited<ReturnType<typeof aStory>>) => ({
  customerId: story.customer.id,
  subscriptionId: story.subscription.id,
});

describe("a subscription's page", () => {
  test("span 173: tells product, seats by batch, who may support it, the order and the price", async () => {
    const story = await aStory();
    const { subscription, history } = valueIn(await queryAs(story.agent, getSubscription, lookFor(story)));
    expect(subscription).toMatchObject({
      id: story.subscription.id,
      offerName: story.subscription.offerName,
      customerName: story.customer.tenant.companyName,
      quantity: 10,
      status: "active",
      orderNumber: expect.stringMatching(/^\d{6}-/),
      unitPriceMinor: 1_250n,
      currency: "EUR",
      supportContactId: story.provider.id,
      supportContactName: story.provider.companyName,
      resellerName: null,
      version: 1,
    });
    expect(subscription.batches).toMatchObject([{ quantity: 10, addedAt: story.subscription.startsAt }]);
    expect(subscription.supportContacts).toEqual([
      { id: story.provider.id, name: story.provider.companyName },
      { id: story.reseller.id, name: story.reseller.companyName },
    ]);
    expect(history).toEqual([]);
  });

  test("R33: a support contact that is no partner any more is still shown, beside those who can be chosen", async () => {
    const story = await aStory();
    valueIn(
      await runAs(story.agent, changeSubscription, story.change({ supportContactId: story.reseller.id })),
    );
    await fixtures.partnership.updateMany({
      where: { providerId: story.provider.id },
      data: { state: "removed", removedAt: new Date() },
    });
    const { subscription } = valueIn(await queryAs(story.agent, getSubscription, lookFor(story)));
    expect(subscription.supportContactName).toBe(story.reseller.companyName);
    expect(subscription.supportContacts.map(({ id }) => id)).toEqual([story.provider.id, story.reseller.id]);
  });

  test("its history tells every change with who made it, the newest first", async () => {
    const story = await aStory();
    valueIn(await runAs(story.agent, changeSubscription, story.change({ quantity: 12 })));
    valueIn(
      await runAs(story.agent, changeSubscription, story.change({ version: 2, friendlyName: "Second" })),
    );
    const { history } = valueIn(await queryAs(story.agent, getSubscription, lookFor(story)));
    expect(history).toMatchObject([
      { kind: "nickname", after: { friendlyName: "Second" }, changedByName: story.agent.name },
      { kind: "quantity", before: { quantity: 10 }, after: { quantity: 12 } },
    ]);
  });

  test("A26: roles without pricing see everything but the price", async () => {
    const story = await aStory();
    const helpdesk = await story.person("helpdesk_agent");
    const { subscription } = valueIn(await queryAs(helpdesk, getSubscription, lookFor(story)));
    expect(subscription).toMatchObject({ quantity: 10, unitPriceMinor: null });
  });

  test("R2: is not found for another provider, under another customer, or once the customer is removed", async () => {
    const story = await aStory();
    const other = await anIndirectProvider().create();
    const otherCustomer = await aCustomer(story.provider);
    expect(refusalCodeIn(await queryAs(other.admin, getSubscription, lookFor(story)))).toBe("not_found");
    const elsewhere = { ...lookFor(story), customerId: otherCustomer.id };
    expect(refusalCodeIn(await queryAs(story.agent, getSubscription, elsewhere))).toBe("not_found");
    await fixtures.customer.update({
      where: { id: story.customer.id },
      data: { relationship: "removed", removedAt: new Date() },
    });
    expect(refusalCodeIn(await queryAs(story.agent, getSubscription, lookFor(story)))).toBe("not_found");
  });

  test("R4: a reseller gets nothing from it, a customer and the vendor have no such page", async () => {
    const story = await aStory();
    expect(refusalCodeIn(await queryAs(story.reseller.admin, getSubscription, lookFor(story)))).toBe(
      "not_found",
    );
    for (const actor of [story.customer.tenant.admin, (await aVendorOperator().create()).admin]) {
      expect(refusalCodeIn(await queryAs(actor, getSubscription, lookFor(story)))).toBe(
        "access.organisation_kind",
      );
    }
  });
});

describe("a customer's own subscriptions", () => {
  test("R122, R5: all of them, whoever sold them, each with its support contact's name, e-mail and telephone", async () => {
    const story = await aStory();
    const { tenant } = story.customer;
    await fixtures.organisation.update({
      where: { id: story.reseller.id },
      data: { supportEmail: "help@reseller.example", supportTelephone: "+390212345678" },
    });
    valueIn(
      await runAs(story.agent, changeSubscription, story.change({ supportContactId: story.reseller.id })),
    );
    const second = await anIndirectProvider().create();
    await aSubscription(await aCustomer(second, { tenant }), {
      offer: await anOffer({ title: "Zzz offer" }),
    });
    const foreign = await aStory();
    const { items } = valueIn(await queryAs(tenant.admin, listOwnSubscriptions, {}));
    expect(items).toHaveLength(2);
    expect(items.find(({ id }) => id === story.subscription.id)).toMatchObject({
      providerName: story.provider.companyName,
      supportName: story.reseller.companyName,
      supportEmail: "help@reseller.example",
      supportTelephone: "+390212345678",
    });
    expect(items.at(-1)).toMatchObject({ providerName: second.companyName, supportName: second.companyName });
    expect(JSON.stringify(items)).not.toContain(foreign.subscription.id);
    expect(Object.keys(items[0] ?? {}).filter((name) => /price|minor|currency/i.test(name))).toEqual([]);
  });

  test("are paged by offer, forth and back", async () => {
    const provider = await anIndirectProvider().create();
    const customer = await aCustomer(provider);
    const offer = await anOffer();
    for (let n = 0; n < 42; n += 1) await aSubscription(customer, { offer });
    const first = valueIn(await queryAs(customer.tenant.admin, listOwnSubscriptions, {}));
    const next = valueIn(
      await queryAs(customer.tenant.admin, listOwnSubscriptions, { after: first.next ?? "" }),
    );
    expect([first.items.length, next.items.length, next.next]).toEqual([40, 2, null]);
    const back = valueIn(
      await queryAs(customer.tenant.admin, listOwnSubscriptions, { before: next.previous ?? "" }),
    );
    expect(back.items).toEqual(first.items);
  });

  test("are counted for the first page: active ones, their licences, those that end in 30 days, and partners", async () => {
    const story = await aStory();
    await aSubscription(story.customer, { status: "suspended" });
    await aSubscription(story.customer, {
      offer: await anOffer({ prices: [{ termDuration: "P1M" }] }),
      quantity: 3,
    });
    expect(valueIn(await queryAs(story.customer.tenant.admin, summariseOwnSubscriptions, {}))).toEqual({
      activeCount: 2,
      licenceCount: 13,
      endingCount: 1,
      partnerCount: 2,
    });
  });

  test("C8: are for administrators and billing administrators of the customer, for nobody else", async () => {
    const story = await aStory();
    await aPartnership(await anIndirectProvider().create(), story.reseller);
    const { tenant } = story.customer;
    expect((await queryAs(tenant.as("customer_billing_admin"), listOwnSubscriptions, {})).ok).toBe(true);
    expect(refusalCodeIn(await queryAs(tenant.as("customer_user"), listOwnSubscriptions, {}))).toBe(
      "access.role_missing",
    );
    for (const actor of [story.agent, story.reseller.admin]) {
      expect(refusalCodeIn(await queryAs(actor, listOwnSubscriptions, {}))).toBe("access.organisation_kind");
      expect(refusalCodeIn(await queryAs(actor, summariseOwnSubscriptions, {}))).toBe(
        "access.organisation_kind",
      );
    }
    const stranger = await aTenant().create();
    expect(valueIn(await queryAs(stranger.admin, listOwnSubscriptions, {})).items).toEqual([]);
  });
});

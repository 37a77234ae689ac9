import { afterEach, describe, expect, test } from "vitest";
import type { SubscriptionChange } from "#/db/generated/client";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import { runOperation } from "#/platform/run-operation";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { failureIn, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { statementsWithin } from "../customer/explained-statements";
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

  test("W6: takes four statements between opening and closing: key, facts, change, records", async () => {
    const { agent, change } = await aStory();
    const context = { correlationId: "cost", source: "page", idempotencyKey: crypto.randomUUID() } as const;
    const sent = await statementsWithin((host) =>
      runOperation(changeSubscription, agent, change({ quantity: 11 }), context, host),
    );
    expect(sent.length).toBe(4);
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

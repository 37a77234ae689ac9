import { expect, test } from "vitest";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import { owner } from "../../support/database";
import { refusalCodeIn, runAs, valueIn } from "../../support/run";
import { aStory, seatsIn, storedSubscription } from "./story";

test("P6: of 32 writers of one version exactly one wins, and the others are told that it changed", async () => {
  const { agent, subscription, change } = await aStory();
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, index) =>
      runAs(agent, changeSubscription, change({ quantity: 11 + index })),
    ),
  );
  const winners = answers.filter((answer) => answer.ok);
  expect(winners).toHaveLength(1);
  for (const answer of answers) if (!answer.ok) expect(refusalCodeIn(answer)).toBe("conflict.stale");
  const stored = await storedSubscription(subscription.id);
  expect(stored.quantity).toBe(11 + answers.findIndex((answer) => answer.ok));
  expect(await seatsIn(subscription.id)).toBe(stored.quantity);
});

test("P6: 32 writers who read again and retry lose no update", async () => {
  const { agent, subscription, change } = await aStory();
  const addOne = async () => {
    for (;;) {
      const { version, quantity } = await storedSubscription(subscription.id);
      const answer = await runAs(agent, changeSubscription, change({ version, quantity: quantity + 1 }));
      if (answer.ok) return;
      expect(refusalCodeIn(answer)).toBe("conflict.stale");
    }
  };
  await Promise.all(Array.from({ length: 32 }, addOne));
  const stored = await storedSubscription(subscription.id);
  expect([stored.quantity, stored.updateCount, stored.version]).toEqual([42, 32, 33]);
  expect(await seatsIn(subscription.id)).toBe(42);
  const { rows } = await owner.query<{ before: { quantity: number }; after: { quantity: number } }>(
    "select before, after from subscription_change where subscription_id = $1 order by (after ->> 'quantity')::int",
    [subscription.id],
  );
  expect(rows.map(({ after }) => after.quantity)).toEqual(
    Array.from({ length: 32 }, (_, index) => 11 + index),
  );
  expect(rows.every(({ before, after }) => after.quantity === before.quantity + 1)).toBe(true);
});

test("increases and decreases at once end in a state where the batches add up, and none is empty", async () => {
  const { agent, subscription, change } = await aStory();
  const wander = async (seed: number) => {
    for (let turn = 0; turn < 8; turn += 1) {
      const { version, quantity } = await storedSubscription(subscription.id);
      const wanted = Math.max(1, quantity + (((seed * 7 + turn * 5) % 9) - 4));
      await runAs(agent, changeSubscription, change({ version, quantity: wanted }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, index) => wander(index)));
  const stored = await storedSubscription(subscription.id);
  expect(await seatsIn(subscription.id)).toBe(stored.quantity);
  expect(stored.batches.every(({ quantity }) => quantity > 0)).toBe(true);
  expect(stored.updateCount).toBe(stored.version - 1);
});

test("twenty equal submissions with one key change once and all get the same answer", async () => {
  const { agent, subscription, change } = await aStory();
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => runAs(agent, changeSubscription, change({ quantity: 12 }), { key })),
  );
  for (const answer of answers) expect(valueIn(answer)).toEqual({ version: 2, changed: ["quantity"] });
  expect(await storedSubscription(subscription.id)).toMatchObject({ quantity: 12, updateCount: 1 });
});

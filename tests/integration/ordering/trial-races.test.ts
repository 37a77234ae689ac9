import { expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { fixtures } from "../../support/database";
import { anOffer } from "../../support/ordering-builders";
import { refusalCodeIn, runAs } from "../../support/run";
import { aStory, lineOf, orderOf } from "./story";

test("R119: of eight orders of the same trial at once one is placed, and the others leave nothing behind", async () => {
  const { customer, orderer } = await aStory();
  const trial = await anOffer({ isTrial: true });
  const input = orderOf(customer, [lineOf(trial, 25)]);
  const results = await Promise.all(Array.from({ length: 8 }, () => runAs(orderer, placeOrder, input)));
  const refused = results.filter((result) => !result.ok).map(refusalCodeIn);
  expect(refused).toHaveLength(7);
  for (const code of refused) expect(code).toMatch(/conflict\.stale|trial_used/);
  expect(await fixtures.subscription.count({ where: { customerId: customer.id } })).toBe(1);
  expect(await fixtures.order.count({ where: { customerId: customer.id } })).toBe(1);
});

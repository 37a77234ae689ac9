import { expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { reviewOrder } from "#/domain/ordering/queries/review-order";
import { aPerson } from "../../support/builders";
import { queryAs, runAs, valueIn } from "../../support/run";
import { aStory, lineOf, orderOf } from "../ordering/story";

test("A26: a role without pricing cannot make a refusal tell the price by guessing at it", async () => {
  const { provider, customer, offer, orderer } = await aStory();
  const guess = orderOf(customer, [{ ...lineOf(offer, 1), shownUnitPriceMinor: 1 }]);
  const told = JSON.stringify(await runAs(orderer, placeOrder, guess));
  expect(told, "roles with pricing are told").toContain("12.50");
  const helpdesk = await aPerson(provider, "helpdesk_agent");
  const answer = JSON.stringify(await runAs(helpdesk, placeOrder, guess));
  expect(answer).not.toMatch(/12[.,]?50/);
  const { customerId, ...request } = guess;
  const review = valueIn(await queryAs(helpdesk, reviewOrder, { ...request, buyer: { customerId } }));
  expect(review).toMatchObject({ review: { totalMinor: null }, problems: [] });
  expect(JSON.stringify(review)).not.toContain("1250");
});

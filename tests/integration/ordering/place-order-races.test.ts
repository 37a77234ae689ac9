import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { runOperation } from "#/platform/run-operation";
import { fixtures, owner } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anOffer } from "../../support/ordering-builders";
import { refusalCodeIn, runAs, valueIn } from "../../support/run";
import { statementsOf } from "./counted-statements";
import { aStory, lineOf, orderOf } from "./story";

describe("the same order sent more than once", () => {
  test("R96: twenty submissions at once with one key make one order, and all get the same answer", async () => {
    const { customer, offer, orderer, reseller } = await aStory();
    const input = orderOf(customer, [lineOf(offer, 5), lineOf(offer, 2)], reseller);
    const key = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => runAs(orderer, placeOrder, input, { key })),
    );
    const [first, ...others] = results.map(valueIn);
    expect(others).toHaveLength(19);
    for (const other of others) expect(other).toEqual(first);
    expect(await fixtures.order.count({ where: { customerId: customer.id } })).toBe(1);
    expect(await fixtures.subscription.count({ where: { customerId: customer.id } })).toBe(2);
    const counted = await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } });
    expect(counted.subscriptionCount).toBe(2);
  });

  test("a repeat after the answer was lost gives the first answer and writes nothing", async () => {
    const { customer, offer, orderer } = await aStory();
    const key = randomUUID();
    const first = valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)]), { key }));
    const before = await databaseDigest();
    const again = valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)]), { key }));
    expect(again).toEqual(first);
    expect(await databaseDigest()).toEqual(before);
  });

  test("a key used again for another order is refused", async () => {
    const { customer, offer, orderer } = await aStory();
    const key = randomUUID();
    valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)]), { key }));
    const other = await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 2)]), { key });
    expect(refusalCodeIn(other)).toBe("conflict.key_reused");
  });

  test("twenty different orders at once for one customer all count", async () => {
    const { customer, offer, orderer } = await aStory();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, index + 1)]), { key: randomUUID() }),
      ),
    );
    const numbers = new Set(results.map((result) => valueIn(result).number));
    expect(numbers.size).toBe(20);
    const counted = await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } });
    expect(counted.subscriptionCount).toBe(20);
  });
});

describe("an order and a change at the same moment", () => {
  test("a relationship that ends between decision and writing leaves nothing behind", async () => {
    const { provider, customer, offer, orderer, reseller } = await aStory();
    const blocker = await owner.connect();
    await blocker.query("begin");
    await blocker.query("select from customer where id = $1 for update", [customer.id]);
    const pending = runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)], reseller));
    // The order has read its facts and waits for the customer's row; now the relationship ends under it.
    await expect.poll(() => ordersWaiting(), { timeout: 1_500 }).toBe(1);
    await blocker.query("update customer set relationship = 'removed', removed_at = now() where id = $1", [
      customer.id,
    ]);
    await blocker.query("commit");
    blocker.release();
    expect(refusalCodeIn(await pending)).toBe("conflict.stale");
    expect(await fixtures.order.count({ where: { providerId: provider.id } })).toBe(0);
    expect(await fixtures.subscription.count({ where: { providerId: provider.id } })).toBe(0);
    expect(await fixtures.domainEvent.count({ where: { organisationId: provider.id } })).toBe(0);
  });
});

async function ordersWaiting(): Promise<number> {
  const { rowCount } = await owner.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into customer_order%'",
  );
  return rowCount ?? 0;
}

describe("the cost of an order", () => {
  test("is three statements beside opening, claiming and committing, however many lines it has", async () => {
    const { customer, orderer } = await aStory();
    const offers = await Promise.all(Array.from({ length: 6 }, () => anOffer()));
    const input = orderOf(
      customer,
      offers.map((offer, index) => lineOf(offer, index + 1)),
    );
    const context = { correlationId: randomUUID(), source: "page", idempotencyKey: randomUUID() } as const;
    const seen = await statementsOf((host) => runOperation(placeOrder, orderer, input, context, host));
    const kinds = seen.map(
      (text) => /^(begin|commit|select \* from claim|with|select close)/.exec(text.trim())?.[1],
    );
    expect(kinds).toEqual(["begin", "select * from claim", "with", "with", "select close", "commit"]);
  });
});

import { describe, expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { fixtures } from "../../support/database";
import { anOffer } from "../../support/ordering-builders";
import { runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { aStory, lineOf, orderOf } from "./story";

describe("placing an order", () => {
  test("span 215, 216 and R98, R120: makes a subscription of each line, with reseller of record and the provider as support contact", async () => {
    const { provider, reseller, customer, offer, orderer } = await aStory();
    const other = await anOffer({ prices: [{ termDuration: "P1M", unitPriceMinor: 999n }] });
    const input = orderOf(customer, [lineOf(offer, 7), lineOf(other, 3)], reseller);
    const order = valueIn(await runAs(orderer, placeOrder, input));
    // 7 × 12.50 for the year, a twelfth now, and 3 × 9.99 for the month.
    expect(order).toMatchObject({ currency: "EUR", totalMinor: "11747", firstChargeMinor: "3726" });
    expect(order.resellerName).toBe(reseller.companyName);
    const stored = await fixtures.subscription.findMany({
      where: { customerId: customer.id },
      orderBy: { quantity: "desc" },
    });
    expect(stored).toHaveLength(2);
    expect(stored[0]).toMatchObject({
      providerId: provider.id,
      tenantId: customer.tenant.id,
      associatedResellerId: reseller.id,
      resellerOfRecordId: reseller.id,
      resellerOfRecordPartnerId: reseller.partnerId,
      supportContactId: provider.id,
      quantity: 7,
      status: "active",
      autoRenew: true,
      unitPriceMinor: 1250n,
      offerName: offer.title,
      orderId: order.orderId,
    });
    const placed = await fixtures.order.findUniqueOrThrow({
      where: { id: order.orderId },
      include: { lines: true },
    });
    expect(placed).toMatchObject({ number: order.number, status: "completed", totalMinor: 11747n });
    expect(placed).toMatchObject({ placedByUserId: orderer.userId, placedByName: orderer.name });
    expect(placed.lines.map(({ lineNumber, subscriptionId }) => [lineNumber, subscriptionId])).toEqual(
      order.lines.map((line, index) => [index, line.subscriptionId]),
    );
    const { subscriptionCount } = await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } });
    expect(subscriptionCount).toBe(2);
  });

  test("R101, R110: seats may be taken back until exactly 168 hours later, and the term ends the day before it renews", async () => {
    const { customer, offer, orderer } = await aStory();
    const boughtAt = new Date("2027-01-31T10:15:30.500Z");
    clock.moveTo(boughtAt);
    const order = valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 2)])));
    clock.reset();
    const [line] = order.lines;
    expect(line?.cancellableUntil).toBe("2027-02-07T10:15:30.500Z");
    expect(line?.commitmentEndsAt).toBe("2028-01-30T23:59:59.999Z");
    const seats = await fixtures.licenceBatch.findMany({
      where: { subscriptionId: line?.subscriptionId ?? "" },
    });
    expect(seats).toMatchObject([
      { quantity: 2, addedAt: boughtAt, reducibleUntil: new Date("2027-02-07T10:15:30.500Z") },
    ]);
  });

  test("R97: without a reseller the order stands and names no reseller of record", async () => {
    const { customer, offer, orderer } = await aStory();
    const order = valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)])));
    const stored = await fixtures.subscription.findMany({ where: { orderId: order.orderId } });
    expect(stored).toMatchObject([{ resellerOfRecordId: null, resellerOfRecordPartnerId: null }]);
  });

  test("R160: writes one activity record and one event, and no price leaves in the event", async () => {
    const { provider, customer, offer, orderer, reseller } = await aStory();
    const input = orderOf(customer, [lineOf(offer, 4)], reseller);
    const order = valueIn(await runAs(orderer, placeOrder, input));
    const records = await fixtures.auditRecord.findMany({ where: { organisationId: provider.id } });
    expect(records).toMatchObject([
      { operation: "order.place", outcome: "succeeded", resourceType: "order", actorUserId: orderer.userId },
    ]);
    expect(records).toMatchObject([{ resourceId: order.orderId, customerId: customer.id }]);
    const events = await fixtures.domainEvent.findMany({ where: { organisationId: provider.id } });
    expect(events).toMatchObject([{ type: "order.completed", subjectId: order.orderId }]);
    expect(JSON.stringify(events[0]?.data)).not.toMatch(/price|1250|minor/i);
  });

  test("a role without pricing orders and is told no amount (A13, A26)", async () => {
    const { provider, customer, offer } = await aStory();
    const line = { ...lineOf(offer, 1), shownUnitPriceMinor: null };
    const order = valueIn(await runAs(provider.as("helpdesk_agent"), placeOrder, orderOf(customer, [line])));
    expect(order.totalMinor).toBeNull();
    expect(JSON.stringify(order)).not.toContain("1250");
  });

  test("R95, R137: the price counts for the whole term; a year billed monthly is charged a twelfth, rounded half up once", async () => {
    const { customer, orderer } = await aStory();
    const offer = await anOffer({ prices: [{ unitPriceMinor: 4738n }] });
    const order = valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 3)])));
    expect(order).toMatchObject({ totalMinor: "14214", firstChargeMinor: "1185" });
  });
});

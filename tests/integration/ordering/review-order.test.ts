import { describe, expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { listOrders } from "#/domain/ordering/queries/list-orders";
import { reviewOrder } from "#/domain/ordering/queries/review-order";
import { anIndirectProvider, anIndirectReseller } from "../../support/builders";
import { databaseDigest } from "../../support/digest";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { aStory, lineOf, orderOf } from "./story";

describe("the review of an order", () => {
  test("span 198, S-12: tells lines, totals, first charge, term, deadline and reseller as the order will have them, and writes nothing", async () => {
    const { customer, offer, orderer, reseller } = await aStory();
    clock.moveTo(new Date("2026-12-05T08:00:00Z"));
    const lines = [lineOf(offer, 24)];
    const before = await databaseDigest();
    const input = { buyer: { customerId: customer.id }, resellerId: reseller.id, lines };
    const { review } = valueIn(await queryAs(orderer, reviewOrder, input));
    expect(await databaseDigest()).toEqual(before);
    expect(review).toEqual({
      currency: "EUR",
      totalMinor: "30000",
      firstChargeMinor: "2500",
      resellerName: reseller.companyName,
      lacksReseller: false,
      lines: [
        {
          productTitle: offer.title,
          offerName: offer.title,
          termDuration: "P1Y",
          billingCycle: "monthly",
          quantity: 24,
          unitPriceMinor: "1250",
          amountMinor: "30000",
          startsAt: "2026-12-05T08:00:00.000Z",
          commitmentEndsAt: "2027-12-04T23:59:59.999Z",
          cancellableUntil: "2026-12-12T08:00:00.000Z",
          formerUnitPriceMinor: null,
        },
      ],
    });
    const placed = valueIn(await runAs(orderer, placeOrder, orderOf(customer, lines, reseller)));
    clock.reset();
    expect(placed.lines.map(({ subscriptionId: _, ...line }) => line)).toEqual(
      review?.lines.map(({ formerUnitPriceMinor: _, ...line }) => line),
    );
    expect(placed).toMatchObject({
      totalMinor: review?.totalMinor,
      firstChargeMinor: review?.firstChargeMinor,
    });
  });

  test("R97: says when the customer has an associated reseller and the order names none", async () => {
    const { customer, offer, orderer, reseller } = await aStory();
    const lines = [lineOf(offer, 1)];
    const existing = { buyer: { customerId: customer.id }, resellerId: null, lines };
    expect(valueIn(await queryAs(orderer, reviewOrder, existing)).review?.lacksReseller).toBe(true);
    const coming = { buyer: { country: "IT" }, associatedResellerId: reseller.id, resellerId: null, lines };
    expect(valueIn(await queryAs(orderer, reviewOrder, coming)).review?.lacksReseller).toBe(true);
    const direct = { buyer: { country: "IT" }, resellerId: null, lines };
    expect(valueIn(await queryAs(orderer, reviewOrder, direct)).review?.lacksReseller).toBe(false);
  });

  test("shows the old price beside the new one where a price has changed", async () => {
    const { customer, offer, orderer } = await aStory();
    const lines = [{ ...lineOf(offer, 1), shownUnitPriceMinor: 1100 }];
    const { review } = valueIn(
      await queryAs(orderer, reviewOrder, { buyer: { customerId: customer.id }, resellerId: null, lines }),
    );
    expect(review?.lines[0]).toMatchObject({ unitPriceMinor: "1250", formerUnitPriceMinor: "1100" });
  });

  test("names what stands in the way at the reseller and the lines, all at once", async () => {
    const { customer, offer, orderer } = await aStory();
    const stranger = await anIndirectReseller().create();
    const lines = [lineOf(offer, 0), { ...lineOf(offer, 1), termDuration: "P3Y" as const }];
    const reviewed = valueIn(
      await queryAs(orderer, reviewOrder, {
        buyer: { customerId: customer.id },
        resellerId: stranger.id,
        lines,
        attested: false,
      }),
    );
    expect(reviewed.review).toBeNull();
    expect(reviewed.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      "resellerId ordering.reseller.not_partner",
      "lines.0.quantity ordering.quantity_range",
      "lines.1 ordering.offer_not_sold",
      "attested ordering.attestation_missing",
    ]);
  });

  test("R2, R90: is for the customer's provider alone", async () => {
    const { customer, offer, reseller } = await aStory();
    const input = { buyer: { customerId: customer.id }, resellerId: null, lines: [lineOf(offer, 1)] };
    const stranger = await anIndirectProvider().create();
    expect(refusalCodeIn(await queryAs(stranger.admin, reviewOrder, input))).toBe("not_found");
    expect(refusalCodeIn(await queryAs(reseller.admin, reviewOrder, input))).toBe("access.organisation_kind");
  });
});

describe("the order history of a customer", () => {
  test("S-22: lists orders newest first, with lines, who placed them, reseller and total, and pages without a gap", async () => {
    const { customer, offer, orderer, reseller } = await aStory();
    const numbers: string[] = [];
    for (let index = 0; index < 45; index += 1) {
      clock.moveTo(new Date(Date.UTC(2027, 0, 1, 0, Math.floor(index / 3))));
      const order = orderOf(customer, [lineOf(offer, index + 1)], index % 2 === 0 ? reseller : null);
      numbers.push(valueIn(await runAs(orderer, placeOrder, order)).number);
    }
    clock.reset();
    const first = valueIn(await queryAs(orderer, listOrders, { customerId: customer.id }));
    const second = valueIn(
      await queryAs(orderer, listOrders, { customerId: customer.id, after: first.next ?? "" }),
    );
    const back = valueIn(
      await queryAs(orderer, listOrders, { customerId: customer.id, before: second.previous ?? "" }),
    );
    expect([first.items.length, second.items.length, first.previous, second.next]).toEqual([
      40,
      5,
      null,
      null,
    ]);
    expect(back.items).toEqual(first.items);
    const listed = [...first.items, ...second.items];
    expect(new Set(listed.map(({ number }) => number))).toEqual(new Set(numbers));
    expect(listed.map(({ placedAt }) => placedAt.getTime())).toEqual(
      listed.map(({ placedAt }) => placedAt.getTime()).sort((a, b) => b - a),
    );
    expect(listed.find(({ number }) => number === numbers[44])).toMatchObject({
      placedByName: orderer.name,
      resellerName: reseller.companyName,
      totalMinor: String(45 * 1250),
      status: "completed",
      lines: [{ offerName: offer.title, quantity: 45, termDuration: "P1Y", billingCycle: "monthly" }],
    });
  });

  test("R2, R4: another provider finds nothing, a reseller nothing either, and roles without pricing no totals", async () => {
    const { provider, customer, offer, orderer, reseller } = await aStory();
    valueIn(await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)])));
    const stranger = await anIndirectProvider().create();
    for (const person of [stranger.admin, reseller.admin, customer.tenant.admin]) {
      const result = await queryAs(person, listOrders, { customerId: customer.id });
      expect(["not_found", "access.organisation_kind"]).toContain(refusalCodeIn(result));
    }
    const seen = valueIn(
      await queryAs(provider.as("helpdesk_agent"), listOrders, { customerId: customer.id }),
    );
    expect(seen.items[0]?.totalMinor).toBeNull();
  });

  test("a cursor made by hand gives the first page", async () => {
    const { customer, orderer } = await aStory();
    const page = valueIn(
      await queryAs(orderer, listOrders, { customerId: customer.id, after: "bm90IGEgY3Vyc29y" }),
    );
    expect(page.items).toEqual([]);
  });
});

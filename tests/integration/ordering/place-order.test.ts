import { describe, expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { aCustomer, anIndirectProvider, anIndirectReseller, aPartnership } from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anOffer } from "../../support/ordering-builders";
import { failureIn, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { aStory, lineOf } from "./story";

describe("placing an order", () => {
  test("span 215, 216 and R98, R120: makes a subscription for each line, with reseller of record and the provider as support contact", async () => {
    const { provider, reseller, customer, offer, orderer } = await aStory();
    const other = await anOffer({ prices: [{ termDuration: "P1M", unitPriceMinor: 999n }] });
    const order = valueIn(
      await runAs(orderer, placeOrder, {
        customerId: customer.id,
        resellerId: reseller.id,
        lines: [lineOf(offer, 7), lineOf(other, 3)],
        attested: true,
      }),
    );
    expect(order).toMatchObject({ currency: "EUR", totalMinor: "11747", firstChargeMinor: "3726", resellerName: reseller.companyName });
    const stored = await fixtures.subscription.findMany({ where: { customerId: customer.id }, orderBy: { quantity: "desc" } });
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
    const placed = await fixtures.order.findUniqueOrThrow({ where: { id: order.orderId }, include: { lines: true } });
    expect(placed).toMatchObject({ number: order.number, status: "completed", totalMinor: 11747n, placedByUserId: orderer.userId });
    expect(placed.lines.map(({ lineNumber, subscriptionId }) => [lineNumber, subscriptionId])).toEqual(
      order.lines.map((line, index) => [index, line.subscriptionId]),
    );
    expect((await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } })).subscriptionCount).toBe(2);
  });

  test("R101, R110: seats may be taken back until exactly 168 hours later, and the term ends the day before it renews", async () => {
    const { customer, offer, orderer } = await aStory();
    clock.moveTo(new Date("2027-01-31T10:15:30.500Z"));
    const order = valueIn(await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 2)], attested: true }));
    clock.reset();
    const [line] = order.lines;
    expect(line?.cancellableUntil).toBe("2027-02-07T10:15:30.500Z");
    expect(line?.commitmentEndsAt).toBe("2028-01-30T23:59:59.999Z");
    const batches = await fixtures.licenceBatch.findMany({ where: { subscriptionId: line?.subscriptionId ?? "" } });
    expect(batches).toMatchObject([{ quantity: 2, addedAt: new Date("2027-01-31T10:15:30.500Z"), reducibleUntil: new Date("2027-02-07T10:15:30.500Z") }]);
  });

  test("R97: without a reseller the order stands and names no reseller of record", async () => {
    const { customer, offer, orderer } = await aStory();
    const order = valueIn(await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true }));
    const stored = await fixtures.subscription.findMany({ where: { orderId: order.orderId } });
    expect(stored).toMatchObject([{ resellerOfRecordId: null, resellerOfRecordPartnerId: null }]);
  });

  test("R160: writes one activity record and one event, and no price leaves in the event", async () => {
    const { provider, customer, offer, orderer, reseller } = await aStory();
    const order = valueIn(await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: reseller.id, lines: [lineOf(offer, 4)], attested: true }));
    const records = await fixtures.auditRecord.findMany({ where: { organisationId: provider.id } });
    expect(records).toMatchObject([
      { operation: "order.place", outcome: "succeeded", resourceType: "order", resourceId: order.orderId, customerId: customer.id, actorUserId: orderer.userId },
    ]);
    const events = await fixtures.domainEvent.findMany({ where: { organisationId: provider.id } });
    expect(events).toMatchObject([{ type: "order.completed", subjectId: order.orderId }]);
    expect(JSON.stringify(events[0]?.data)).not.toMatch(/price|1250|minor/i);
  });

  test("R90: customers and resellers cannot order, whatever their role, and nothing is written", async () => {
    const { reseller, customer, offer } = await aStory();
    const before = await databaseDigest("audit_record");
    const input = { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true } as const;
    expect(refusalCodeIn(await runAs(reseller.admin, placeOrder, input))).toBe("access.role_missing".replace("role_missing", "organisation_kind"));
    expect(refusalCodeIn(await runAs(customer.tenant.admin, placeOrder, input))).toBe("access.organisation_kind");
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("a role without pricing orders and is told no amount", async () => {
    const { provider, customer, offer } = await aStory();
    const order = valueIn(
      await runAs(provider.as("helpdesk_agent"), placeOrder, { customerId: customer.id, resellerId: null, lines: [{ ...lineOf(offer, 1), shownUnitPriceMinor: null }], attested: true }),
    );
    expect(order.totalMinor).toBeNull();
    expect(JSON.stringify(order)).not.toContain("1250");
  });
});

describe("an order is refused and nothing is written", () => {
  test("R2: for another provider's customer, told as not found", async () => {
    const { customer, offer } = await aStory();
    const stranger = await anIndirectProvider().create();
    const before = await databaseDigest("audit_record");
    const input = { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true } as const;
    expect(refusalCodeIn(await runAs(stranger.admin, placeOrder, input))).toBe("not_found");
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("R2: for a customer whose relationship has ended", async () => {
    const { provider, offer, orderer } = await aStory();
    const former = await aCustomer(provider, { removedAt: new Date() });
    expect(refusalCodeIn(await runAs(orderer, placeOrder, { customerId: former.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true }))).toBe("not_found");
  });

  test.each([
    ["R50, 13605: before the Customer Agreement is accepted", { agreementStatus: "missing" }, "ordering.agreement_missing"],
    ["R67, 800073: for a customer under review", { reviewStatus: "under_review" }, "ordering.customer_under_review"],
    ["R67, 800074: for a customer that was not approved", { reviewStatus: "not_approved" }, "ordering.customer_not_approved"],
  ] as const)("%s", async (_, state, code) => {
    const { provider, offer, orderer } = await aStory();
    const customer = await aCustomer(provider, state);
    const before = await databaseDigest("audit_record");
    expect(refusalCodeIn(await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true }))).toBe(code);
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("R42: with a reseller that is no partner, no partner any more, or another provider's partner", async () => {
    const { provider, customer, offer, orderer } = await aStory();
    const stranger = await anIndirectReseller().create();
    const former = await anIndirectReseller().create();
    const theirs = await anIndirectReseller().create();
    await aPartnership(provider, former, { removed: true });
    await aPartnership(await anIndirectProvider().create(), theirs);
    const before = await databaseDigest("audit_record");
    for (const reseller of [stranger, former, theirs]) {
      const result = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: reseller.id, lines: [lineOf(offer, 1)], attested: true });
      expect(refusalCodeIn(result)).toBe("resellerId:ordering.reseller.not_partner");
    }
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test.each([
    ["R10, 2204: suspended", () => anIndirectReseller().suspended(), "inactive"],
    ["R23, 2203: without the Partner Agreement", () => anIndirectReseller().with({ agreementSignedAt: null }), "no_agreement"],
    ["2200: without a partner id", () => anIndirectReseller(), "no_partner_id"],
    ["R20, 2201: in another region", () => anIndirectReseller().inCountry("US"), "other_region"],
  ] as const)("R25: with a reseller %s", async (_, build, code) => {
    const { provider, customer, offer, orderer } = await aStory();
    const reseller = await build().create();
    await aPartnership(provider, reseller);
    if (code === "no_partner_id") await fixtures.organisation.update({ where: { id: reseller.id }, data: { partnerId: null } });
    const result = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: reseller.id, lines: [lineOf(offer, 1)], attested: true });
    expect(refusalCodeIn(result)).toBe(`resellerId:ordering.reseller.${code}`);
  });

  test("R9: by a suspended provider, and 900124: by one that has not signed the Partner Agreement", async () => {
    const { offer } = await aStory();
    const suspended = await anIndirectProvider().suspended().create();
    const unsigned = await anIndirectProvider().with({ agreementSignedAt: null }).create();
    for (const [provider, code] of [[suspended, "ordering.provider_suspended"], [unsigned, "ordering.provider_agreement_missing"]] as const) {
      const customer = await aCustomer(provider);
      expect(refusalCodeIn(await runAs(provider.admin, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true }))).toBe(code);
    }
  });

  test("R91, 2002: with seats outside the range, at the line's quantity, with the range in words", async () => {
    const { customer, orderer } = await aStory();
    const offer = await anOffer({ minimumQuantity: 10, maximumQuantity: 20 });
    for (const quantity of [9, 21, 0, -3, 2_147_483_648]) {
      const failure = failureIn(await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, quantity)], attested: true }));
      expect(failure).toEqual({
        kind: "invalid",
        problems: [{ field: "lines.0.quantity", code: "ordering.quantity_range", params: { minimum: 10, maximum: 20 } }],
      });
    }
    const part = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 10.5)], attested: true });
    expect(refusalCodeIn(part)).toBe("lines.0.quantity:ordering.quantity_not_whole");
  });

  test("900206: without the attestation", async () => {
    const { customer, offer, orderer } = await aStory();
    const result = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: false as unknown as true });
    expect(refusalCodeIn(result)).toBe("attested:ordering.attestation_missing");
  });

  test("one bad line of three refuses the whole order and names that line (R48)", async () => {
    const { customer, offer, orderer } = await aStory();
    const ended = await anOffer({ prices: [{ effectiveFrom: new Date("2020-01-01"), effectiveTo: new Date("2020-12-31") }] });
    const lines = [lineOf(offer, 1), lineOf(ended, 1), { ...lineOf(offer, 1), productId: "NOSUCHPRODUCT" }];
    const before = await databaseDigest("audit_record");
    const result = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines, attested: true });
    expect(refusalCodeIn(result)).toBe("lines.1:ordering.offer_not_sold lines.2:ordering.offer_unknown");
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("R93: an education offer for a customer without that qualification", async () => {
    const { customer, orderer } = await aStory();
    const offer = await anOffer({ prices: [{ segment: "Education" }] });
    const result = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [lineOf(offer, 1)], attested: true });
    expect(refusalCodeIn(result)).toBe("lines.0:ordering.segment_not_open");
  });

  test("R119: a second trial, and a trial of what the customer owns", async () => {
    const { customer, orderer } = await aStory();
    const trial = await anOffer({ isTrial: true, prices: [{ termDuration: "P1M", billingCycle: "one_time", unitPriceMinor: 0n }] });
    const input = { customerId: customer.id, resellerId: null, lines: [lineOf(trial, 25)], attested: true } as const;
    expect(refusalCodeIn(await runAs(orderer, placeOrder, { ...input, lines: [lineOf(trial, 24)] }))).toBe("lines.0.quantity:ordering.quantity_range");
    expect(refusalCodeIn(await runAs(orderer, placeOrder, { ...input, lines: [lineOf(trial, 25), lineOf(trial, 25)] }))).toBe("lines.1:ordering.trial_used");
    valueIn(await runAs(orderer, placeOrder, input));
    expect(refusalCodeIn(await runAs(orderer, placeOrder, input))).toBe("lines.0:ordering.trial_used");
  });

  test("no fields beyond those of an order are taken, and prices least of all", async () => {
    const { customer, offer, orderer } = await aStory();
    const line = { ...lineOf(offer, 1), unitPriceMinor: 1 };
    const result = await runAs(orderer, placeOrder, { customerId: customer.id, resellerId: null, lines: [line], attested: true });
    expect(failureIn(result).kind).toBe("invalid");
  });
});

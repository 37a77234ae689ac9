import { describe, expect, test } from "vitest";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { aCustomer, anIndirectProvider, anIndirectReseller, aPartnership } from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anOffer } from "../../support/ordering-builders";
import { failureIn, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { aStory, lineOf, orderOf } from "./story";

/** Everything but the activity log, which keeps refusals. */
const content = () => databaseDigest("audit_record");

describe("an order is refused and nothing is written", () => {
  test("R90: when a reseller or a customer places it, whatever their role", async () => {
    const { reseller, customer, offer } = await aStory();
    const before = await content();
    for (const person of [reseller.admin, customer.tenant.admin]) {
      const result = await runAs(person, placeOrder, orderOf(customer, [lineOf(offer, 1)]));
      expect(refusalCodeIn(result)).toBe("access.organisation_kind");
    }
    expect(await content()).toEqual(before);
  });

  test("A13: when the provider's role may not order, naming the roles that may", async () => {
    const { provider, customer, offer } = await aStory();
    const result = await runAs(provider.as("user_admin"), placeOrder, orderOf(customer, [lineOf(offer, 1)]));
    expect(failureIn(result)).toMatchObject({ kind: "forbidden", code: "access.role_missing" });
  });

  test("R2: for another provider's customer, told as not found", async () => {
    const { customer, offer } = await aStory();
    const stranger = await anIndirectProvider().create();
    const before = await content();
    const result = await runAs(stranger.admin, placeOrder, orderOf(customer, [lineOf(offer, 1)]));
    expect(failureIn(result)).toEqual({ kind: "not_found" });
    expect(await content()).toEqual(before);
  });

  test("R2: for a customer whose relationship has ended", async () => {
    const { provider, offer, orderer } = await aStory();
    const former = await aCustomer(provider, { removedAt: new Date() });
    expect(refusalCodeIn(await runAs(orderer, placeOrder, orderOf(former, [lineOf(offer, 1)])))).toBe(
      "not_found",
    );
  });

  test.each([
    [
      "R50, 13605: before the Customer Agreement is accepted",
      { agreementStatus: "missing" },
      "agreement_missing",
    ],
    ["R67, 800073: for a customer under review", { reviewStatus: "under_review" }, "customer_under_review"],
    ["R67, 800074: for a customer not approved", { reviewStatus: "not_approved" }, "customer_not_approved"],
  ] as const)("%s", async (_, state, code) => {
    const { provider, offer, orderer } = await aStory();
    const customer = await aCustomer(provider, state);
    const before = await content();
    const result = await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)]));
    expect(refusalCodeIn(result)).toBe(`ordering.${code}`);
    expect(await content()).toEqual(before);
  });

  test("R21, R42: with a reseller that is no partner, no partner any more, or another provider's partner", async () => {
    const { provider, customer, offer, orderer } = await aStory();
    const [stranger, former, theirs] = await Promise.all([
      anIndirectReseller().create(),
      anIndirectReseller().create(),
      anIndirectReseller().create(),
    ]);
    await aPartnership(provider, former, { removed: true });
    await aPartnership(await anIndirectProvider().create(), theirs);
    const before = await content();
    for (const reseller of [stranger, former, theirs]) {
      const result = await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)], reseller));
      expect(refusalCodeIn(result)).toBe("resellerId:ordering.reseller.not_partner");
    }
    expect(await content()).toEqual(before);
  });

  test.each([
    ["R10, 2204: suspended", () => anIndirectReseller().suspended(), "inactive"],
    [
      "R23, 2203: without the Partner Agreement",
      () => anIndirectReseller().with({ agreementSignedAt: null }),
      "no_agreement",
    ],
    ["2200: without a partner id", () => anIndirectReseller(), "no_partner_id"],
    ["R20, 2201: in another region", () => anIndirectReseller().inCountry("US"), "other_region"],
  ] as const)("R25: with a reseller %s", async (_, build, code) => {
    const { provider, customer, offer, orderer } = await aStory();
    const reseller = await build().create();
    await aPartnership(provider, reseller);
    if (code === "no_partner_id") {
      await fixtures.organisation.update({ where: { id: reseller.id }, data: { partnerId: null } });
    }
    const result = await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)], reseller));
    expect(refusalCodeIn(result)).toBe(`resellerId:ordering.reseller.${code}`);
  });

  test.each([
    ["R9: by a suspended provider", () => anIndirectProvider().suspended(), "provider_suspended"],
    [
      "900124: by a provider without the Partner Agreement",
      () => anIndirectProvider().with({ agreementSignedAt: null }),
      "provider_agreement_missing",
    ],
  ] as const)("%s", async (_, build, code) => {
    const provider = await build().create();
    const customer = await aCustomer(provider);
    const result = await runAs(provider.admin, placeOrder, orderOf(customer, [lineOf(await anOffer(), 1)]));
    expect(refusalCodeIn(result)).toBe(`ordering.${code}`);
  });

  test("R91, 2002: with seats outside the range, at the line's quantity, with the range", async () => {
    const { customer, orderer } = await aStory();
    const offer = await anOffer({ minimumQuantity: 10, maximumQuantity: 20 });
    for (const quantity of [9, 21, 0, -3, 2_147_483_648]) {
      const failure = failureIn(
        await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, quantity)])),
      );
      expect(failure).toEqual({
        kind: "invalid",
        problems: [
          {
            field: "lines.0.quantity",
            code: "ordering.quantity_range",
            params: { minimum: 10, maximum: 20 },
          },
        ],
      });
    }
    const part = await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 10.5)]));
    expect(refusalCodeIn(part)).toBe("lines.0.quantity:ordering.quantity_not_whole");
  });

  test("900206: without the attestation", async () => {
    const { customer, offer, orderer } = await aStory();
    const input = { ...orderOf(customer, [lineOf(offer, 1)]), attested: false as unknown as true };
    expect(refusalCodeIn(await runAs(orderer, placeOrder, input))).toBe(
      "attested:ordering.attestation_missing",
    );
  });

  test("R48: one bad line of three refuses the whole order and names that line", async () => {
    const { customer, offer, orderer } = await aStory();
    const past = { effectiveFrom: new Date("2020-01-01"), effectiveTo: new Date("2020-12-31") };
    const ended = await anOffer({ prices: [past] });
    const lines = [lineOf(offer, 1), lineOf(ended, 1), { ...lineOf(offer, 1), productId: "NOSUCHPRODUCT" }];
    const before = await content();
    const result = await runAs(orderer, placeOrder, orderOf(customer, lines));
    expect(refusalCodeIn(result)).toBe("lines.1:ordering.offer_not_sold lines.2:ordering.offer_unknown");
    expect(await content()).toEqual(before);
  });

  test("R93: an education offer for a customer without that qualification", async () => {
    const { customer, orderer } = await aStory();
    const offer = await anOffer({ prices: [{ segment: "Education" }] });
    const result = await runAs(orderer, placeOrder, orderOf(customer, [lineOf(offer, 1)]));
    expect(refusalCodeIn(result)).toBe("lines.0:ordering.segment_not_open");
  });

  test("R119: a second trial, a trial of what the customer owns, and a trial of other than 25 seats", async () => {
    const { customer, orderer } = await aStory();
    const price = { termDuration: "P1M", billingCycle: "one_time", unitPriceMinor: 0n } as const;
    const trial = await anOffer({ isTrial: true, prices: [price] });
    const order = (...seats: readonly number[]) =>
      runAs(
        orderer,
        placeOrder,
        orderOf(
          customer,
          seats.map((count) => lineOf(trial, count)),
        ),
      );
    expect(refusalCodeIn(await order(24))).toBe("lines.0.quantity:ordering.quantity_range");
    expect(refusalCodeIn(await order(25, 25))).toBe("lines.1:ordering.trial_used");
    valueIn(await order(25));
    expect(refusalCodeIn(await order(25))).toBe("lines.0:ordering.trial_used");
  });

  test("R137: when the price is no longer what was shown, with the old and the new one", async () => {
    const { customer, offer, orderer } = await aStory();
    const line = { ...lineOf(offer, 2), shownUnitPriceMinor: 1100 };
    const before = await content();
    expect(failureIn(await runAs(orderer, placeOrder, orderOf(customer, [line])))).toEqual({
      kind: "conflict",
      code: "ordering.price_changed",
      params: { name: offer.title, old: "11.00 EUR", new: "12.50 EUR", others: 0 },
    });
    expect(await content()).toEqual(before);
  });

  test("fields beyond those of an order are not taken, a price least of all", async () => {
    const { customer, offer, orderer } = await aStory();
    const line = { ...lineOf(offer, 1), unitPriceMinor: 1 };
    expect(failureIn(await runAs(orderer, placeOrder, orderOf(customer, [line]))).kind).toBe("invalid");
  });

  test("an order without lines, and one of more lines than an order takes", async () => {
    const { customer, offer, orderer } = await aStory();
    expect(refusalCodeIn(await runAs(orderer, placeOrder, orderOf(customer, [])))).toBe(
      "lines:ordering.no_lines",
    );
    const many = Array.from({ length: 51 }, () => lineOf(offer, 1));
    expect(refusalCodeIn(await runAs(orderer, placeOrder, orderOf(customer, many)))).toBe(
      "lines:ordering.too_many_lines",
    );
  });
});

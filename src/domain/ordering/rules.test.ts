import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chargesPerTerm, firstChargeOf } from "./charges";
import type { OfferFacts, OrderFacts, OrderLineRequest } from "./model";
import { seatRangeOf, segmentsOpenTo } from "./offer-limits";
import { billingCycles } from "./offer-words";
import { orderNumberOf } from "./order-number";
import { decideOrder } from "./rules";

const now = new Date("2026-11-22T10:00:00Z");

const offer: OfferFacts = {
  productTitle: "Suite",
  skuTitle: "Suite",
  publisher: "Publisher",
  segment: "Commercial",
  minimumQuantity: 1,
  maximumQuantity: 300,
  isTrial: false,
  isProductOwned: false,
  unitPriceMinor: 1250n,
};

const line: OrderLineRequest = {
  productId: "P",
  skuId: "0001",
  termDuration: "P1Y",
  billingCycle: "monthly",
  quantity: 2,
  shownUnitPriceMinor: 1250,
};

function factsOf(change: Partial<OrderFacts> = {}): OrderFacts {
  return {
    seller: { country: "IT", cspRegion: "EUR", programStatus: "active", hasSignedAgreement: true },
    buyer: {
      country: "IT",
      currency: "EUR",
      segment: "none",
      agreementStatus: "attested",
      reviewStatus: "ok",
      resellerId: null,
    },
    reseller: null,
    priceMarket: "IT",
    offers: [offer],
    ...change,
  };
}

function refusal(change: Partial<OrderFacts>, request: Partial<OrderLineRequest> = {}): string {
  const decided = decideOrder(factsOf(change), { resellerId: null, lines: [{ ...line, ...request }] }, now);
  if (decided.ok) return "accepted";
  const { failure } = decided;
  if (failure.kind === "invalid")
    return failure.problems.map(({ field, code }) => `${field} ${code}`).join(", ");
  return "code" in failure ? failure.code : failure.kind;
}

describe("whether an order may be placed", () => {
  test("R20: not for a customer in another region than the provider", () => {
    const { buyer } = factsOf();
    expect(refusal({ buyer: { ...buyer, country: "US" } })).toBe("ordering.customer_region");
    expect(refusal({ buyer: { ...buyer, country: "CH" } })).toBe("accepted");
  });

  test("R93: not without a price list in the customer's currency", () => {
    expect(refusal({ priceMarket: null })).toBe("ordering.no_price_list");
  });

  test("R105, 900270: not billed for longer than the term, whatever a price list says", () => {
    expect(refusal({}, { termDuration: "P1M", billingCycle: "annual" })).toBe(
      "lines.0 ordering.billing_longer_than_term",
    );
    expect(refusal({}, { termDuration: "P1M", billingCycle: "one_time" })).toBe("accepted");
  });

  test("R119: a trial has 25 seats and is refused to who owns the product", () => {
    const trial = { ...offer, isTrial: true };
    expect(refusal({ offers: [trial] }, { quantity: 25 })).toBe("accepted");
    expect(refusal({ offers: [trial] }, { quantity: 26 })).toBe("lines.0.quantity ordering.quantity_range");
    expect(refusal({ offers: [{ ...trial, isProductOwned: true }] }, { quantity: 25 })).toBe(
      "lines.0 ordering.trial_used",
    );
  });

  test("the price that counts is the catalogue's: what was shown only decides whether to ask again", () => {
    expect(refusal({}, { shownUnitPriceMinor: 1249 })).toBe("ordering.price_changed");
    expect(refusal({}, { shownUnitPriceMinor: null })).toBe("accepted");
    const free = { ...offer, unitPriceMinor: 0n };
    expect(refusal({ offers: [free] }, { shownUnitPriceMinor: 0 })).toBe("accepted");
  });

  test("whatever is asked for, totals are the exact sums of lines whose seats are in range, or there is a refusal", () => {
    const request = fc.record({
      quantity: fc.integer({ min: -5, max: 400 }),
      price: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      cycle: fc.constantFrom(...billingCycles),
    });
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 8 }), (wanted) => {
        const lines = wanted.map(({ quantity, cycle }) => ({
          ...line,
          termDuration: "P3Y" as const,
          billingCycle: cycle,
          quantity,
          shownUnitPriceMinor: null,
        }));
        const offers = wanted.map(({ price }) => ({ ...offer, unitPriceMinor: price }));
        const decided = decideOrder(factsOf({ offers }), { resellerId: null, lines }, now);
        const inRange = wanted.every(({ quantity }) => quantity >= 1 && quantity <= 300);
        expect(decided.ok).toBe(inRange);
        if (!decided.ok) return;
        const sum = wanted.reduce((total, { price, quantity }) => total + price * BigInt(quantity), 0n);
        expect(decided.value.totalMinor).toBe(sum);
        expect(decided.value.firstChargeMinor <= sum).toBe(true);
      }),
    );
  });
});

describe("R136: the first charge", () => {
  test.each([
    ["P1M", "monthly", 1],
    ["P1Y", "monthly", 12],
    ["P1Y", "annual", 1],
    ["P3Y", "monthly", 36],
    ["P3Y", "annual", 3],
    ["P3Y", "triennial", 1],
    ["P1M", "one_time", 1],
  ] as const)("of %s billed %s is one of %i equal parts", (term, cycle, parts) => {
    expect(chargesPerTerm(term, cycle)).toBe(parts);
    expect(firstChargeOf(BigInt(parts) * 101n, term, cycle)).toBe(101n);
  });

  test("is rounded half up, once for the line", () => {
    expect(firstChargeOf(30n, "P1Y", "monthly")).toBe(3n);
    expect(firstChargeOf(29n, "P1Y", "monthly")).toBe(2n);
  });
});

describe("what a customer may buy", () => {
  test("R91: seats within the SKU's own range", () => {
    expect(seatRangeOf({ minimumQuantity: 5, maximumQuantity: 60, isTrial: false })).toEqual({
      minimum: 5,
      maximum: 60,
    });
    expect(seatRangeOf({ minimumQuantity: 1, maximumQuantity: 10, isTrial: true })).toEqual({
      minimum: 1,
      maximum: 10,
    });
  });

  test.each([
    ["none", ["Commercial"]],
    ["education", ["Commercial", "Education"]],
    ["government", ["Commercial", "Government"]],
    ["nonprofit", ["Commercial", "Charity"]],
    ["something new", ["Commercial"]],
  ])("R93: with the qualification %s: %j", (qualification, segments) => {
    expect(segmentsOpenTo(qualification)).toEqual(segments);
  });
});

describe("an order's number", () => {
  test("tells the day, can be read out, and follows from the id alone", () => {
    const id = "01939c1e-7a5b-7c3d-8e1f-0123456789ab";
    expect(orderNumberOf(id, now)).toMatch(/^261122-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(orderNumberOf(id, now)).toBe(orderNumberOf(id, now));
  });

  test("is another for another id", () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.uuid({ version: 7 }), (a, b) => {
        fc.pre(a.slice(-12) !== b.slice(-12));
        expect(orderNumberOf(a, now)).not.toBe(orderNumberOf(b, now));
      }),
    );
  });
});

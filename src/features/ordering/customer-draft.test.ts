import { describe, expect, test } from "vitest";
import { accountInfoInput } from "#/domain/customer/account-info-input";
import { type AccountValues, noReseller, segmentChosen, toAccountInput } from "./account-values";
import { type CartLine, toRequests, totalOf, withOffer } from "./cart";
import { type CustomerDraft, ordersWithCreation, payloadOf, withAccount } from "./customer-draft";
import { partOfRefusal } from "./refusal-parts";

const reseller = "25013a5e-86f8-8ea0-8352-18afe2292ec5";
const other = "68d270f3-cadb-86bf-a9d5-503c940fa491";

const values: AccountValues = {
  companyName: "Rossi S.p.A.",
  domainPrefix: "rossi",
  "address.country": "IT",
  qualification: "none",
  resellerId: reseller,
  "agreement.method": "attested",
  "agreement.isAttested": "true",
};

const line: CartLine = {
  id: "P:0001:P1Y:monthly",
  productId: "P",
  skuId: "0001",
  name: "Suite",
  termDuration: "P1Y",
  billingCycle: "monthly",
  unitPriceMinor: 1250,
  minimum: 1,
  maximum: 300,
  quantity: 2,
  revision: 0,
};

function draftOf(change: Partial<CustomerDraft> = {}): CustomerDraft {
  const cart = {
    lines: [line],
    resellerId: reseller,
    isAttested: true,
    proposedResellerId: reseller,
    pricesFor: "IT none",
  };
  return { values, isAccountDone: true, cart, currency: "EUR", isEmptied: false, key: "key", ...change };
}

describe("what the wizard sends", () => {
  test("is exactly of the shape the server takes, however the agreement is accepted", () => {
    for (const method of ["attested", "direct"]) {
      const input = toAccountInput({ ...values, "agreement.method": method });
      expect(accountInfoInput.safeParse(input).success).toBe(true);
    }
  });

  test("R41: names no reseller for a direct customer", () => {
    expect(toAccountInput({ ...values, resellerId: noReseller }).resellerId).toBeNull();
  });

  test("R50: holds no order when the customer accepts directly, or the role cannot order", () => {
    const direct = draftOf({ values: { ...values, "agreement.method": "direct" } });
    expect(JSON.parse(payloadOf(direct, true)).order).toBeNull();
    expect(JSON.parse(payloadOf(draftOf(), false)).order).toBeNull();
    expect(JSON.parse(payloadOf(draftOf(), true)).order).toEqual({
      resellerId: reseller,
      lines: toRequests([line]),
      attested: true,
    });
    expect(ordersWithCreation(direct, true)).toBe(false);
  });
});

describe("a changed account info", () => {
  test("empties the cart when the country or the qualification has other prices, and keeps it otherwise", () => {
    const renamed = withAccount(draftOf(), { ...values, companyName: "Bianchi S.p.A." }, "EUR");
    expect([renamed.cart.lines.length, renamed.isEmptied]).toEqual([1, false]);
    const moved = withAccount(draftOf(), { ...values, "address.country": "CH" }, "CHF");
    expect([moved.cart.lines.length, moved.isEmptied, moved.currency]).toEqual([0, true, "CHF"]);
    const school = withAccount(draftOf(), { ...values, qualification: "education_k12" }, "EUR");
    expect(school.isEmptied).toBe(true);
  });

  test("R98: the reseller of record follows the associated one unless another was chosen; another needs a new attestation", () => {
    const followed = withAccount(draftOf(), { ...values, resellerId: other }, "EUR");
    expect([followed.cart.resellerId, followed.cart.isAttested]).toEqual([other, false]);
    const chosen = draftOf({ cart: { ...draftOf().cart, resellerId: null } });
    const kept = withAccount(chosen, { ...values, resellerId: other }, "EUR");
    expect([kept.cart.resellerId, kept.cart.isAttested]).toEqual([null, true]);
  });

  test("opens the segment of its qualification", () => {
    const open = ["none", "education_k12", "education_higher", "government", "state_owned"].map(
      (qualification) => segmentChosen({ qualification }),
    );
    expect(open).toEqual(["none", "education", "education", "government", "government"]);
  });
});

describe("the cart", () => {
  test("adds to the line of the same offer, term and billing, and makes another line for another term", () => {
    const item = {
      productId: "P",
      skuId: "0001",
      productTitle: "Suite",
      skuTitle: "Suite",
      description: "",
      publisher: "",
      segment: "Commercial",
      kind: "base" as const,
      minimumQuantity: 1,
      maximumQuantity: 300,
      isOpen: true,
      choices: [],
    };
    const yearly = { termDuration: "P1Y", billingCycle: "monthly", unitPriceMinor: 1250 } as const;
    const more = withOffer([line], item, yearly, 3);
    expect(more.map(({ quantity }) => quantity)).toEqual([5]);
    const both = withOffer(more, item, { ...yearly, termDuration: "P1M", unitPriceMinor: 120 }, 1);
    expect(both).toHaveLength(2);
    expect(totalOf(both)).toBe(6370n);
  });

  test("has no total for roles that see no price, and what is no number is sent as one the server refuses", () => {
    expect(totalOf([{ ...line, unitPriceMinor: null }])).toBeNull();
    expect(toRequests([{ ...line, quantity: null }])[0]?.quantity).toBe(0);
  });
});

describe("a refusal of the whole submission", () => {
  test("is divided among the steps, each with its own field names", () => {
    const state = {
      status: "invalid",
      summary: "2",
      fields: { "account.companyName": "a", "order.lines.0.quantity": "b" },
      values: { payload: "{}" },
    } as const;
    expect(partOfRefusal(state, "account")).toMatchObject({ fields: { companyName: "a" }, values: {} });
    expect(partOfRefusal(state, "order")).toMatchObject({ fields: { "lines.0.quantity": "b" }, values: {} });
    expect(partOfRefusal({ ...state, fields: { "order.attested": "c" } }, "account")).toBeNull();
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { createCustomer } from "#/domain/customer/operations/create-customer";
import {
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  aVendorOperator,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anOffer } from "../../support/ordering-builders";
import { failureIn, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { anAccount, anAgreementText, withoutOrder } from "./new-customers";
import { aStory, lineOf } from "./story";

beforeAll(anAgreementText);

/** Everything but the activity log, which keeps refusals. */
const content = () => databaseDigest("audit_record");
const direct = { agreement: { method: "direct" } } as const;

describe("a customer is not created and nothing is written", () => {
  test("R48: when a line of its first order is refused, told at that line", async () => {
    const { orderer, offer } = await aStory();
    const order = {
      resellerId: null,
      lines: [lineOf(offer, 1), lineOf(offer, 301)],
      attested: true as const,
    };
    const before = await content();
    const result = await runAs(orderer, createCustomer, { account: anAccount(), order });
    expect(refusalCodeIn(result)).toBe("order.lines.1.quantity:ordering.quantity_range");
    expect(await content()).toEqual(before);
  });

  test("when a price of its first order has changed", async () => {
    const { orderer, offer } = await aStory();
    const lines = [{ ...lineOf(offer, 1), shownUnitPriceMinor: 1 }];
    const before = await content();
    const order = { resellerId: null, lines, attested: true as const };
    const result = await runAs(orderer, createCustomer, { account: anAccount(), order });
    expect(failureIn(result)).toMatchObject({ kind: "conflict", code: "ordering.price_changed" });
    expect(await content()).toEqual(before);
  });

  test("R42: when its reseller is no partner of this provider", async () => {
    const { provider, orderer } = await aStory();
    const stranger = await anIndirectReseller().create();
    const former = await anIndirectReseller().create();
    await aPartnership(provider, former, { removed: true });
    const before = await content();
    for (const reseller of [stranger, former]) {
      const result = await runAs(
        orderer,
        createCustomer,
        withoutOrder(anAccount({ resellerId: reseller.id })),
      );
      expect(refusalCodeIn(result)).toBe("account.resellerId:ordering.reseller.not_partner");
    }
    expect(await content()).toEqual(before);
  });

  test("R20: when its country is in another region", async () => {
    const { orderer } = await aStory();
    const address = {
      country: "US",
      line1: "1 Main St",
      city: "Springfield",
      state: "IL",
      postalCode: "62701",
    };
    const result = await runAs(orderer, createCustomer, withoutOrder(anAccount({ address })));
    expect(refusalCodeIn(result)).toBe("account.address.country:address.country.other_region");
  });

  test("R64: without registration number and phone where they are mandatory", async () => {
    const { orderer } = await aStory();
    const account = anAccount({
      address: { country: "PL", line1: "ul. Prosta 1", city: "Warszawa", postalCode: "00-001" },
      language: "pl",
      culture: "pl-PL",
    });
    const { phone: _, ...contact } = account.contact;
    const result = await runAs(orderer, createCustomer, withoutOrder({ ...account, contact }));
    expect(refusalCodeIn(result)).toBe(
      "account.registrationId:registration_id.required account.contact.phone:phone.required",
    );
  });

  test("R63: with a contact at the vendor's domain, at the provider's own or at one of its custom domains", async () => {
    const { provider, orderer } = await aStory();
    const vendor = await aVendorOperator().create();
    await fixtures.organisation.update({
      where: { id: provider.id },
      data: { customDomains: ["own.example"] },
    });
    const refusalFor = async (domain: string) => {
      const { contact, ...account } = anAccount();
      const input = withoutOrder({ ...account, contact: { ...contact, email: `ada@${domain}` } });
      return refusalCodeIn(await runAs(orderer, createCustomer, input));
    };
    expect(await refusalFor(vendor.primaryDomain)).toBe("account.contact.email:contact_email.vendor_domain");
    expect(await refusalFor(provider.primaryDomain)).toBe(
      "account.contact.email:contact_email.partner_domain",
    );
    expect(await refusalFor("mail.own.example")).toBe("account.contact.email:contact_email.partner_domain");
  });

  test("R50: with an acceptance date in the future", async () => {
    const { orderer } = await aStory();
    const { agreement, ...account } = anAccount();
    const future = { ...agreement, acceptedOn: "2999-01-01" } as typeof agreement;
    const result = await runAs(orderer, createCustomer, withoutOrder({ ...account, agreement: future }));
    expect(refusalCodeIn(result)).toBe("account.agreement.acceptedOn:agreement.accepted_on.future");
  });

  test("R50, 13605: with an order although the customer will accept the agreement itself", async () => {
    const { orderer, offer } = await aStory();
    const order = { resellerId: null, lines: [lineOf(offer, 1)], attested: true as const };
    const result = await runAs(orderer, createCustomer, { account: anAccount(direct), order });
    expect(refusalCodeIn(result)).toBe("ordering.agreement_missing");
  });

  test("A6, A12, A13: by roles that may not create, attest or order", async () => {
    const { provider, offer } = await aStory();
    const order = { resellerId: null, lines: [lineOf(offer, 1)], attested: true as const };
    const before = await content();
    for (const [role, input] of [
      ["helpdesk_agent", withoutOrder(anAccount(direct))],
      ["billing_admin", withoutOrder(anAccount(direct))],
      ["user_admin", withoutOrder(anAccount())],
      ["user_admin", { account: anAccount(direct), order }],
    ] as const) {
      const result = await runAs(provider.as(role), createCustomer, input);
      expect(failureIn(result)).toMatchObject({ kind: "forbidden", code: "access.role_missing" });
    }
    expect(await content()).toEqual(before);
    valueIn(await runAs(provider.as("user_admin"), createCustomer, withoutOrder(anAccount(direct))));
  });

  test("R51: by resellers and customers", async () => {
    const { reseller, customer } = await aStory();
    for (const person of [reseller.admin, customer.tenant.admin]) {
      const result = await runAs(person, createCustomer, withoutOrder(anAccount()));
      expect(refusalCodeIn(result)).toBe("access.organisation_kind");
    }
  });

  test("R9, 900124: by a suspended provider, or one without the Partner Agreement", async () => {
    const suspended = await anIndirectProvider().suspended().create();
    const unsigned = await anIndirectProvider().with({ agreementSignedAt: null }).create();
    expect(refusalCodeIn(await runAs(suspended.admin, createCustomer, withoutOrder(anAccount())))).toBe(
      "customer.provider_suspended",
    );
    expect(refusalCodeIn(await runAs(unsigned.admin, createCustomer, withoutOrder(anAccount())))).toBe(
      "customer.provider_agreement_missing",
    );
  });

  test("R2: with an order for a price list of another region", async () => {
    const { orderer } = await aStory();
    const offer = await anOffer({ prices: [{ market: "US", currency: "USD" }] });
    const order = { resellerId: null, lines: [lineOf(offer, 1)], attested: true as const };
    const result = await runAs(orderer, createCustomer, { account: anAccount(), order });
    expect(refusalCodeIn(result)).toBe("order.lines.0:ordering.offer_not_sold");
  });

  test.each([
    ["control characters", "\u0000\u0007"],
    ["a text that turns its direction", "abc\u202Edef"],
    ["a lone surrogate", "abc\uD800"],
    ["a noncharacter", "abc\uFFFE"],
    ["nothing", ""],
    ["too much", "x".repeat(2000)],
  ])("with %s in every text, told at each field, without a word of the database", async (_, text) => {
    const { orderer } = await aStory();
    const account = anAccount({
      companyName: text,
      domainPrefix: text,
      address: { country: "IT", line1: text, line2: "", city: text, state: text, postalCode: text },
      contact: { firstName: text, lastName: text, email: text },
      language: text,
      culture: text,
    });
    const failure = failureIn(await runAs(orderer, createCustomer, withoutOrder(account)));
    expect(failure.kind).toBe("invalid");
    expect(failure.kind === "invalid" && failure.problems.length).toBeGreaterThanOrEqual(10);
  });

  test("fields that are not on the form are refused, and so are the columns behind it", async () => {
    const { orderer } = await aStory();
    for (const extra of [
      { tenantId: "x" },
      { agreementStatus: "accepted" },
      { subscriptionCount: 5 },
      { providerId: "x" },
    ]) {
      const result = await runAs(orderer, createCustomer, withoutOrder({ ...anAccount(), ...extra }));
      expect(failureIn(result).kind).toBe("invalid");
    }
  });

  test("hostile words are stored as they are written and nothing else happens", async () => {
    const { orderer } = await aStory();
    const companyName = `O'Neill & Søn "quoted" <b>x</b> ${"'); drop table customer; --"} 株式会社`;
    const created = valueIn(await runAs(orderer, createCustomer, withoutOrder(anAccount({ companyName }))));
    const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: created.customerId } });
    expect(stored.companyName).toBe(companyName);
  });
});

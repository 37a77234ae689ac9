import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createCustomer } from "#/domain/customer/operations/create-customer";
import { listCustomers } from "#/domain/customer/queries/list-customers";
import { Once } from "#/domain/kernel/once";
import { verifyPassword } from "#/platform/crypto/services";
import { fixtures, owner } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { anAccount, anAgreementText, withoutOrder } from "./new-customers";
import { aStory, lineOf } from "./story";

beforeAll(anAgreementText);

describe("creating a customer", () => {
  test("spans 194–206, R40, R46: makes tenant, administrator and record, associated with the reseller and visible to it at once", async () => {
    const { provider, reseller, orderer } = await aStory();
    const account = anAccount({ resellerId: reseller.id });
    const created = valueIn(await runAs(orderer, createCustomer, withoutOrder(account)));
    const domain = `${account.domainPrefix}.onmicrosoft.example`;
    expect(created).toMatchObject({
      companyName: account.companyName,
      domain,
      administratorSignInName: `admin@${domain}`,
    });
    const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: created.customerId } });
    expect(stored).toMatchObject({
      providerId: provider.id,
      resellerId: reseller.id,
      primaryDomain: domain,
      country: "IT",
      currency: "EUR",
      language: "it",
      culture: "it-IT",
      agreementStatus: "attested",
      relationship: "active",
      createdVia: "created_by_partner",
      contactEmail: account.contact.email,
      contactPhone: "+390212345678",
      address: {
        country: "IT",
        line1: "Via Roma 1",
        line2: null,
        city: "Milano",
        state: "MI",
        postalCode: "20121",
      },
    });
    const tenant = await fixtures.organisation.findUniqueOrThrow({ where: { id: stored.tenantId } });
    expect(tenant).toMatchObject({
      kind: "customer",
      primaryDomain: domain,
      cspRegion: "EUR",
      currency: "EUR",
    });
    for (const viewer of [orderer, reseller.admin]) {
      const list = valueIn(await queryAs(viewer, listCustomers, { q: account.domainPrefix, partner: "all" }));
      expect(list.items.map((item) => item.id)).toEqual([created.customerId]);
    }
  });

  test("spans 202–204, R11: the administrator gets a temporary password that must be changed, shown once and kept nowhere", async () => {
    const { provider, orderer } = await aStory();
    const key = randomUUID();
    const input = withoutOrder(anAccount());
    const created = valueIn(await runAs(orderer, createCustomer, input, { key }));
    expect(created.temporaryPassword).toBeInstanceOf(Once);
    const password = created.temporaryPassword?.reveal() ?? "";
    expect(password).toMatch(/^[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){3}$/);
    const person = await fixtures.userAccount.findUniqueOrThrow({
      where: { signInName: created.administratorSignInName },
    });
    expect(person).toMatchObject({ mustChangePassword: true, status: "active", language: "it" });
    expect(await verifyPassword(person.passwordHash, password)).toBe(true);
    const again = valueIn(await runAs(orderer, createCustomer, input, { key }));
    expect(again).toEqual({ ...created, temporaryPassword: null });
    const { rows } = await owner.query<{ text: string }>(
      `select jsonb_agg(a)::text as text from audit_record a where organisation_id = $1
       union all select jsonb_agg(e)::text from domain_event e where organisation_id = $1
       union all select jsonb_agg(i)::text from idempotency_record i where organisation_id = $1
       union all select jsonb_agg(m)::text from mail_message m where organisation_id = $1`,
      [provider.id],
    );
    expect(rows.map(({ text }) => text).join(" ")).toContain(created.customerId);
    expect(rows.map(({ text }) => text).join(" ")).not.toContain(password);
  });

  test("R41: without a reseller it is a direct customer of the provider", async () => {
    const { orderer } = await aStory();
    const created = valueIn(await runAs(orderer, createCustomer, withoutOrder(anAccount())));
    const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: created.customerId } });
    expect([stored.resellerId, created.resellerName]).toEqual([null, null]);
  });

  test("R50, R51: an attestation is kept with signatory, day, and who attested, and the customer's contact will be told", async () => {
    const { provider, orderer } = await aStory();
    const account = anAccount();
    const created = valueIn(await runAs(orderer, createCustomer, withoutOrder(account)));
    const { tenantId } = await fixtures.customer.findUniqueOrThrow({ where: { id: created.customerId } });
    expect(
      await fixtures.agreementAcceptance.findMany({ where: { organisationId: tenantId } }),
    ).toMatchObject([
      {
        providerId: provider.id,
        method: "partner_attestation",
        signatoryLastName: "Bianchi",
        dateAgreed: new Date("2026-01-15"),
        attestedByUserId: orderer.userId,
      },
    ]);
    const events = await fixtures.domainEvent.findMany({
      where: { organisationId: provider.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual(["customer.created", "customer.agreement_attested"]);
  });

  test("R50: a customer that will accept directly has no agreement yet, and nobody is told", async () => {
    const { provider, orderer } = await aStory();
    const account = anAccount({ agreement: { method: "direct" } });
    const created = valueIn(await runAs(orderer, createCustomer, withoutOrder(account)));
    const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: created.customerId } });
    expect(stored.agreementStatus).toBe("missing");
    expect(await fixtures.agreementAcceptance.count({ where: { organisationId: stored.tenantId } })).toBe(0);
    const events = await fixtures.domainEvent.findMany({ where: { organisationId: provider.id } });
    expect(events.map(({ type }) => type)).toEqual(["customer.created"]);
  });

  test("spans 197–206: with its first order, in one transaction, with one record for each in the activity log", async () => {
    const { provider, reseller, orderer, offer } = await aStory();
    const account = anAccount({ resellerId: reseller.id });
    const order = { resellerId: reseller.id, lines: [lineOf(offer, 12)], attested: true as const };
    const created = valueIn(await runAs(orderer, createCustomer, { account, order }));
    expect(created.order).toMatchObject({
      totalMinor: "15000",
      firstChargeMinor: "1250",
      resellerName: reseller.companyName,
    });
    expect(await fixtures.subscription.findMany({ where: { customerId: created.customerId } })).toMatchObject(
      [
        {
          quantity: 12,
          associatedResellerId: reseller.id,
          resellerOfRecordId: reseller.id,
          supportContactId: provider.id,
        },
      ],
    );
    const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: created.customerId } });
    expect(stored.subscriptionCount).toBe(1);
    const records = await fixtures.auditRecord.findMany({
      where: { organisationId: provider.id },
      orderBy: { id: "asc" },
    });
    expect(records.map(({ operation, resourceType, outcome }) => [operation, resourceType, outcome])).toEqual(
      [
        ["customer.create", "customer", "succeeded"],
        ["customer.create", "order", "succeeded"],
      ],
    );
    expect(records[0]).toMatchObject({ after: { operation: "add_customer" } });
    expect(records[1]).toMatchObject({ after: { operation: "create_order" } });
  });
});

describe("the same customer sent more than once", () => {
  test("R49: twenty submissions at once with one key make one customer and one order, and one answer holds the password", async () => {
    const { provider, orderer, offer } = await aStory();
    const before = await fixtures.customer.count({ where: { providerId: provider.id } });
    const order = { resellerId: null, lines: [lineOf(offer, 3)], attested: true as const };
    const input = { account: anAccount(), order };
    const key = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => runAs(orderer, createCustomer, input, { key })),
    );
    const values = results.map(valueIn);
    expect(
      new Set(values.map(({ customerId, order: placed }) => `${customerId} ${placed?.number}`)).size,
    ).toBe(1);
    expect(values.filter(({ temporaryPassword }) => temporaryPassword !== null)).toHaveLength(1);
    expect(await fixtures.customer.count({ where: { providerId: provider.id } })).toBe(before + 1);
    expect(await fixtures.order.count({ where: { providerId: provider.id } })).toBe(1);
  });

  test("R40: two tabs with the same domain make one customer; the other is told that the domain is taken", async () => {
    const { provider, orderer } = await aStory();
    const account = anAccount();
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        runAs(orderer, createCustomer, withoutOrder(account), { key: randomUUID() }),
      ),
    );
    const refused = results.filter((result) => !result.ok);
    expect(refused).toHaveLength(7);
    for (const result of refused)
      expect(refusalCodeIn(result)).toBe("account.domainPrefix:customer.domain_taken");
    expect(
      await fixtures.customer.count({ where: { providerId: provider.id, companyName: account.companyName } }),
    ).toBe(1);
  });

  test("R49: a repeat writes nothing", async () => {
    const { orderer } = await aStory();
    const input = withoutOrder(anAccount());
    const key = randomUUID();
    valueIn(await runAs(orderer, createCustomer, input, { key }));
    const before = await databaseDigest();
    valueIn(await runAs(orderer, createCustomer, input, { key }));
    expect(await databaseDigest()).toEqual(before);
  });
});

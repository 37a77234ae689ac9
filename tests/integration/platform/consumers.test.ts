import { beforeEach, describe, expect, test } from "vitest";
import { consentTextVersion, removalTextVersion } from "#/domain/partnership/model";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { removePartnership } from "#/domain/partnership/operations/remove-partnership";
import { relayEvents } from "#/platform/outbox/relay";
import { consumers } from "#/worker/consumers/registry";
import { writeAcceptance } from "../../../prisma/seed/records/customer";
import { anAgreementTemplate } from "../../support/agreement-builders";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
  aPersonWith,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anEvent, eventState, forgetEvents } from "../../support/domain-events";
import { aSubscription } from "../../support/ordering-builders";
import { mailsWaitingFor } from "../../support/queued-mails";
import { runAs, valueIn } from "../../support/run";
import { runtime } from "../../support/runtime";

beforeEach(forgetEvents);

async function bellOf(organisationId: string) {
  return fixtures.notification.findMany({
    where: { organisationId },
    select: { type: true, params: true, link: true, roles: true },
  });
}

describe("an accepted partnership", () => {
  test("span 150: is told to both sides, in the bell and by mail, each person in the own language", async () => {
    const provider = await anIndirectProvider().named("Brenta Test").create();
    const reseller = await anIndirectReseller().named("Lario Test").inCountry("FR").create();
    const agent = await aPersonWith(provider, ["admin_agent"], { language: "it" });
    const seller = await aPersonWith(provider, ["sales_agent"], { language: "en" });
    await aPersonWith(provider, ["billing_admin"]);
    await aPersonWith(provider, ["admin_agent"], { status: "disabled" });
    await aPersonWith(reseller, ["admin_agent"]);
    const { token } = await anInvitation(provider);
    const input = { token, consent: true as const, consentTextVersion };
    const { partnershipId } = valueIn(await runAs(reseller.admin, acceptInvitation, input));
    expect(await relayEvents(runtime, consumers)).toEqual({ relayed: 1, postponed: 0 });

    expect(await bellOf(provider.id)).toMatchObject([
      {
        type: "partnership.reseller_connected",
        params: { reseller: "Lario Test", country: "FR", partnerId: reseller.partnerId },
      },
    ]);
    expect(await bellOf(reseller.id)).toMatchObject([
      {
        type: "partnership.provider_connected",
        params: { provider: "Brenta Test" },
        roles: ["global_admin"],
      },
    ]);
    const toProvider = await mailsWaitingFor(provider.id);
    expect(new Map(toProvider.map((mail) => [mail.recipient, mail.subject]))).toEqual(
      new Map([
        [agent.email, "Lario Test è ora un tuo rivenditore indiretto"],
        [seller.email, "Lario Test is now your indirect reseller"],
      ]),
    );
    const [toReseller, ...others] = await mailsWaitingFor(reseller.id);
    expect(others).toEqual([]);
    expect(toReseller).toMatchObject({
      recipient: reseller.admin.signInName,
      path: "/reseller/indirect-providers",
    });
    expect(toReseller?.text).toContain(`Brenta Test (IT, partner ID ${provider.partnerId})`);
    expect(await fixtures.mailMessage.count({ where: { subjectId: partnershipId } })).toBe(3);
  });
});

describe("a removed partnership", () => {
  test("span 184: no notice of any kind leaves, to nobody", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    const { id: partnershipId } = await aPartnership(provider, reseller);
    await aCustomer(provider, { reseller });
    const before = await databaseDigest("audit_record", "partnership");
    valueIn(
      await runAs(provider.as("admin_agent"), removePartnership, {
        partnershipId,
        acknowledgedTextVersion: removalTextVersion,
      }),
    );
    await relayEvents(runtime, consumers);
    expect(await databaseDigest("audit_record", "partnership")).toEqual(before);
  });

  test("span 184: even an event of the removal would be told to nobody", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    const { id: partnershipId } = await aPartnership(provider, reseller);
    const event = await anEvent("partnership.removed", provider.id, { partnershipId });
    const before = await databaseDigest("domain_event");
    await relayEvents(runtime, consumers);
    expect((await eventState(event)).isRelayed).toBe(true);
    expect(await databaseDigest("domain_event")).toEqual(before);
  });
});

describe("an attested Customer Agreement", () => {
  test("R51: the customer's contact is told at once, in the customer's language, by whom and for whom", async () => {
    const provider = await anIndirectProvider().named("Brenta Test").create();
    const contact = { firstName: "Ada", lastName: "Rossi", email: "ada@kestrel.example" };
    const customer = await aCustomer(provider, { contact });
    await fixtures.customer.update({ where: { id: customer.id }, data: { language: "it" } });
    await writeAcceptance(fixtures, {
      organisationId: customer.tenant.id,
      providerId: provider.id,
      templateId: await anAgreementTemplate("customer_agreement"),
      method: "partner_attestation",
      signatory: { firstName: "Bruno", lastName: "Neri", email: "bruno@kestrel.example" },
      attestedByUserId: provider.admin.userId,
      agreedAt: new Date("2026-11-20T00:00:00Z"),
    });
    await anEvent("customer.agreement_attested", provider.id, { customerId: customer.id });
    expect(await relayEvents(runtime, consumers)).toEqual({ relayed: 1, postponed: 0 });
    const [mail] = await mailsWaitingFor(provider.id);
    expect(mail).toMatchObject({ recipient: contact.email, language: "it", subjectKind: "customer" });
    expect(mail?.subject).toBe(
      `Brenta Test ha registrato l’accettazione del Contratto del cliente da parte di ${customer.tenant.companyName}`,
    );
    expect(mail?.text).toContain(
      "20 nov 2026. Come persona che lo ha accettato è indicata Bruno Neri (bruno@kestrel.example)",
    );
  });
});

describe("a finished order", () => {
  test("is told to the provider that placed it and to the reseller of record, without prices, and to nobody else", async () => {
    const provider = await anIndirectProvider().create();
    const other = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    await aPartnership(provider, reseller);
    await aPartnership(other, reseller);
    const customer = await aCustomer(provider, { reseller });
    await aCustomer(other, { tenant: customer.tenant });
    const { orderId } = await aSubscription(customer, { unitPriceMinor: 987_654n });
    await anEvent("order.completed", provider.id, { orderId, customerId: customer.id });
    await relayEvents(runtime, consumers);
    const name = customer.tenant.companyName;
    const { number: orderNumber } = await fixtures.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(await bellOf(provider.id)).toMatchObject([
      {
        type: "order.completed",
        params: { number: orderNumber, customer: name },
        link: `/provider/customers/${customer.id}/orders`,
      },
    ]);
    expect(await bellOf(reseller.id)).toMatchObject([
      { type: "order.completed_for_reseller", params: { provider: provider.companyName, customer: name } },
    ]);
    expect(JSON.stringify(await bellOf(reseller.id))).not.toContain("987");
    expect(await bellOf(other.id)).toEqual([]);
    expect(await bellOf(customer.tenant.id)).toEqual([]);
  });

  test("is not told to the customer's reseller when it names no reseller of record", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    const customer = await aCustomer(provider, { reseller });
    const { orderId } = await aSubscription(customer, { resellerOfRecordId: null });
    await anEvent("order.completed", provider.id, { orderId, customerId: customer.id });
    await relayEvents(runtime, consumers);
    expect(await bellOf(provider.id)).toHaveLength(1);
    expect(await bellOf(reseller.id)).toEqual([]);
  });

  test("a reseller of record that is not the customer's own learns nothing", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    const customer = await aCustomer(provider);
    const { orderId } = await aSubscription(customer, { resellerOfRecordId: reseller.id });
    await anEvent("order.completed", provider.id, { orderId, customerId: customer.id });
    await relayEvents(runtime, consumers);
    expect(await bellOf(reseller.id)).toEqual([]);
  });
});

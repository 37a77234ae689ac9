import { expect, test } from "vitest";
import { createCustomer } from "#/domain/customer/operations/create-customer";
import { getCustomer } from "#/domain/customer/queries/get-customer";
import { listCustomers } from "#/domain/customer/queries/list-customers";
import { placeOrder } from "#/domain/ordering/operations/place-order";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import { anIndirectProvider, anIndirectReseller, anInvitation, aPerson } from "../../support/builders";
import { fixtures } from "../../support/database";
import { anOffer } from "../../support/ordering-builders";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { anAccount, anAgreementText, withoutOrder } from "../ordering/new-customers";
import { lineOf, orderOf } from "../ordering/story";

test("spans 150–154, 158, 207: with the acceptance, and not before, the provider acts on the reseller's behalf and the reseller sees it", async () => {
  await anAgreementText();
  const provider = await anIndirectProvider().create();
  const reseller = await anIndirectReseller().create();
  const agent = await aPerson(provider, "admin_agent");
  const { token } = await anInvitation(provider);
  const forReseller = () => withoutOrder(anAccount({ resellerId: reseller.id }));
  expect(refusalCodeIn(await runAs(agent, createCustomer, forReseller()))).toContain("resellerId");

  valueIn(await runAs(reseller.admin, acceptInvitation, { token, consent: true, consentTextVersion: 1 }));

  // Span 151: new customers on the reseller's behalf.
  const created = valueIn(await runAs(agent, createCustomer, forReseller()));
  // Spans 152 and 153: an order for its customer, with the reseller named on the subscription.
  const order = orderOf({ id: created.customerId }, [lineOf(await anOffer(), 5)], reseller);
  valueIn(await runAs(agent, placeOrder, order));
  const subscription = await fixtures.subscription.findFirstOrThrow({
    where: { customerId: created.customerId },
  });
  // Span 158: the location partner id that earns the incentive stands on the subscription.
  expect(subscription).toMatchObject({
    resellerOfRecordId: reseller.id,
    resellerOfRecordPartnerId: reseller.partnerId,
  });
  // Span 154: the reseller as designated support contact.
  const change = {
    subscriptionId: subscription.id,
    version: subscription.version,
    supportContactId: reseller.id,
  };
  valueIn(await runAs(agent, changeSubscription, change));

  // Span 207: the reseller sees the customer and its subscriptions at once.
  const helpdesk = await aPerson(reseller, "helpdesk_agent");
  const { items } = valueIn(await queryAs(helpdesk, listCustomers, {}));
  expect(items.map(({ id }) => id)).toEqual([created.customerId]);
  const seen = valueIn(await queryAs(helpdesk, getCustomer, { id: created.customerId }));
  expect(seen.subscriptions.items.map(({ id }) => id)).toEqual([subscription.id]);
});

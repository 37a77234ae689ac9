import { describe, expect, test } from "vitest";
import { changeReseller } from "#/domain/customer/operations/change-reseller";
import { getCustomer } from "#/domain/customer/queries/get-customer";
import { aCustomer, anIndirectProvider, anIndirectReseller, aPartnership } from "../../support/builders";
import { fixtures } from "../../support/database";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";

async function aStory() {
  const [provider, former, next] = await Promise.all([
    anIndirectProvider().create(),
    anIndirectReseller().create(),
    anIndirectReseller().create(),
  ]);
  await aPartnership(provider, former);
  await aPartnership(provider, next);
  const customer = await aCustomer(provider, { reseller: former });
  const subscription = await aSubscription(customer, { offer: await anOffer() });
  const change = (resellerId: string | null, version = 1) => ({
    customerId: customer.id,
    version,
    resellerId,
  });
  return { provider, former, next, customer, subscription, change };
}

describe("changing the associated reseller", () => {
  test("R45, R3: the new reseller sees customer and subscriptions at once, the former one no longer", async () => {
    const { provider, former, next, customer, subscription, change } = await aStory();
    expect(valueIn(await runAs(provider.admin, changeReseller, change(next.id)))).toEqual({
      version: 2,
      resellerName: next.companyName,
    });
    const page = valueIn(await queryAs(next.admin, getCustomer, { id: customer.id }));
    expect(page.subscriptions.items.map(({ id }) => id)).toEqual([subscription.id]);
    expect(refusalCodeIn(await queryAs(former.admin, getCustomer, { id: customer.id }))).toBe("not_found");
    const cards = await fixtures.partnerCard.findMany({ where: { viewerId: customer.tenant.id } });
    expect(cards.map(({ subjectId }) => subjectId)).toContain(next.id);
  });

  test("R45: resellers of record and support contacts stay as they are", async () => {
    const { provider, former, next, subscription, change } = await aStory();
    valueIn(await runAs(provider.admin, changeReseller, change(next.id)));
    expect(await fixtures.subscription.findUniqueOrThrow({ where: { id: subscription.id } })).toMatchObject({
      associatedResellerId: next.id,
      resellerOfRecordId: former.id,
      supportContactId: provider.id,
      version: 1,
    });
  });

  test("R41: none makes a direct customer", async () => {
    const { provider, former, customer, change } = await aStory();
    valueIn(await runAs(provider.admin, changeReseller, change(null)));
    expect((await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } })).resellerId).toBeNull();
    expect(refusalCodeIn(await queryAs(former.admin, getCustomer, { id: customer.id }))).toBe("not_found");
  });

  test("R45: a reseller without an active partnership is refused", async () => {
    const { provider, next, change } = await aStory();
    const stranger = await anIndirectReseller().create();
    const refused = "resellerId:customer.reseller_not_partner";
    expect(refusalCodeIn(await runAs(provider.admin, changeReseller, change(stranger.id)))).toBe(refused);
    await fixtures.partnership.updateMany({
      where: { providerId: provider.id, resellerId: next.id },
      data: { state: "removed", removedAt: new Date() },
    });
    expect(refusalCodeIn(await runAs(provider.admin, changeReseller, change(next.id)))).toBe(refused);
  });

  test("R160: the activity log keeps both names; a repeated form changes once, a stale one is refused", async () => {
    const { provider, former, next, customer, change } = await aStory();
    const key = crypto.randomUUID();
    const first = valueIn(await runAs(provider.admin, changeReseller, change(next.id), { key }));
    expect(valueIn(await runAs(provider.admin, changeReseller, change(next.id), { key }))).toEqual(first);
    expect(
      await fixtures.auditRecord.findMany({ where: { resourceId: customer.id, outcome: "succeeded" } }),
    ).toMatchObject([
      {
        operation: "customer.change_reseller",
        before: { resellerName: former.companyName },
        after: { resellerName: next.companyName },
      },
    ]);
    expect(refusalCodeIn(await runAs(provider.admin, changeReseller, change(former.id)))).toBe(
      "conflict.stale",
    );
  });

  test("of sixteen who change it at once one wins, and the subscriptions follow the winner", async () => {
    const { provider, former, next, customer, subscription, change } = await aStory();
    const wanted = Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? next.id : null));
    const answers = await Promise.all(wanted.map((id) => runAs(provider.admin, changeReseller, change(id))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const stored = await fixtures.customer.findUniqueOrThrow({ where: { id: customer.id } });
    expect(stored.resellerId).not.toBe(former.id);
    const followed = await fixtures.subscription.findUniqueOrThrow({ where: { id: subscription.id } });
    expect(followed.associatedResellerId).toBe(stored.resellerId);
  });

  test("A7, R2: is for those who edit customers of the own organisation; to others the customer is not there", async () => {
    const { provider, former, next, customer, change } = await aStory();
    for (const role of ["user_admin", "billing_admin", "report_viewer"] as const) {
      expect(refusalCodeIn(await runAs(provider.as(role), changeReseller, change(next.id)))).toBe(
        "access.role_missing",
      );
    }
    const other = await anIndirectProvider().create();
    await aPartnership(other, next);
    expect(refusalCodeIn(await runAs(other.admin, changeReseller, change(next.id)))).toBe("not_found");
    for (const actor of [former.admin, customer.tenant.admin]) {
      expect(refusalCodeIn(await runAs(actor, changeReseller, change(next.id)))).toBe(
        "access.organisation_kind",
      );
    }
  });
});

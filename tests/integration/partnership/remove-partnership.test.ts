import { describe, expect, test } from "vitest";
import { removePartnership } from "#/domain/partnership/operations/remove-partnership";
import { listProviders } from "#/domain/partnership/queries/list-providers";
import { listResellerOptions } from "#/domain/partnership/queries/list-reseller-options";
import { listResellers } from "#/domain/partnership/queries/list-resellers";
import { previewRemoval } from "#/domain/partnership/queries/preview-removal";
import { readReseller } from "#/domain/partnership/queries/read-partnership";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
  aPerson,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { failureIn, queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";

const yes = { acknowledgedTextVersion: 1 } as const;

async function aPair() {
  const [provider, reseller] = await Promise.all([
    anIndirectProvider().create(),
    anIndirectReseller().create(),
  ]);
  return { provider, reseller, partnership: await aPartnership(provider, reseller) };
}

describe("removing a partnership", () => {
  test("spans 177, 178, 185: after Yes the reseller is in no list and no selector any more", async () => {
    const { provider, reseller, partnership } = await aPair();
    valueIn(await runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes }));
    expect(valueIn(await queryAs(provider.admin, listResellers, {})).items).toEqual([]);
    expect(valueIn(await queryAs(provider.admin, listResellerOptions, {}))).toEqual([]);
    expect(valueIn(await queryAs(reseller.admin, listProviders, {})).items).toEqual([]);
    const page = valueIn(await queryAs(provider.admin, readReseller, { partnershipId: partnership.id }));
    expect(page).toMatchObject({ state: "removed", partnerName: reseller.companyName });
  });

  test("spans 180, 181, R31-R33: nothing else changes, in any table", async () => {
    const { provider, reseller, partnership } = await aPair();
    const customer = await aCustomer(provider, { reseller });
    await aSubscription(customer, { offer: await anOffer({ maximumQuantity: 50 }), quantity: 3 });
    await anInvitation(provider);
    const before = await databaseDigest("partnership", "audit_record");
    valueIn(await runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes }));
    expect(await databaseDigest("partnership", "audit_record")).toEqual(before);
  });

  test("span 184, R35: nobody is told: no event, no mail, no notice; only the activity log knows", async () => {
    const { provider, reseller, partnership } = await aPair();
    valueIn(await runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes }));
    const both = { where: { organisationId: { in: [provider.id, reseller.id] } } };
    expect(await fixtures.domainEvent.count(both)).toBe(0);
    expect(await fixtures.mailMessage.count(both)).toBe(0);
    expect(await fixtures.notification.count(both)).toBe(0);
    const audit = await fixtures.auditRecord.findMany(both);
    expect(audit).toMatchObject([
      {
        organisationId: provider.id,
        operation: "partnership.remove",
        outcome: "succeeded",
        resourceId: partnership.id,
        actorUserId: provider.admin.userId,
      },
    ]);
  });

  test("spans 182, 183, R34: the version of the acknowledged points is kept with who and when", async () => {
    const { provider, partnership } = await aPair();
    const old = { partnershipId: partnership.id, acknowledgedTextVersion: 0 };
    expect(refusalCodeIn(await runAs(provider.admin, removePartnership, old))).toBe(
      "partnership.removal_text_changed",
    );
    valueIn(await runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes }));
    const row = await fixtures.partnership.findUniqueOrThrow({ where: { id: partnership.id } });
    expect(row).toMatchObject({
      removalTextVersion: 1,
      removedByUserId: provider.admin.userId,
      state: "removed",
    });
    expect(row.removedAt).not.toBeNull();
  });

  test("R37: the reseller's other partnerships are not touched", async () => {
    const { provider, reseller, partnership } = await aPair();
    const other = await anIndirectProvider().create();
    const kept = await aPartnership(other, reseller);
    valueIn(await runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes }));
    expect(valueIn(await queryAs(reseller.admin, listProviders, {})).items).toMatchObject([{ id: kept.id }]);
    expect(valueIn(await queryAs(other.admin, listResellers, {})).items).toMatchObject([{ id: kept.id }]);
  });

  test("of two colleagues the second is told who was quicker, and the double click of one is harmless", async () => {
    const { provider, partnership } = await aPair();
    const colleague = await aPerson(provider, "admin_agent");
    const input = { partnershipId: partnership.id, ...yes };
    const first = await runAs(colleague, removePartnership, input, { key: "form-key-000000001" });
    expect(first.ok).toBe(true);
    expect(await runAs(colleague, removePartnership, input, { key: "form-key-000000001" })).toEqual(first);
    expect(failureIn(await runAs(provider.admin, removePartnership, input))).toMatchObject({
      kind: "conflict",
      code: "partnership.already_removed",
      params: { name: colleague.name },
    });
  });

  test("ten at once: one removal, nine conflicts", async () => {
    const { provider, partnership } = await aPair();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.filter(({ ok }) => !ok).map(refusalCodeIn))).toEqual(
      new Set(["partnership.already_removed"]),
    );
  });

  test("more than 25 subscriptions of the reseller: its name must be typed, in any case and spacing", async () => {
    const { provider, reseller, partnership } = await aPair();
    const customer = await aCustomer(provider, { reseller });
    const offer = await anOffer({ maximumQuantity: 50 });
    for (let index = 0; index < 26; index += 1) await aSubscription(customer, { offer, quantity: 1 });
    const preview = valueIn(await queryAs(provider.admin, previewRemoval, { partnershipId: partnership.id }));
    expect(preview).toMatchObject({ mustTypeName: true, affected: { customers: 1, subscriptions: 26 } });
    const remove = (typedName: string) =>
      runAs(provider.admin, removePartnership, { partnershipId: partnership.id, ...yes, typedName });
    expect(refusalCodeIn(await remove(""))).toBe("typedName:partnership.type_to_confirm");
    expect(refusalCodeIn(await remove("Somebody else"))).toBe("typedName:partnership.type_to_confirm");
    expect((await remove(`  ${reseller.companyName.toUpperCase()} `)).ok).toBe(true);
  });

  test("A3: admin agents and global admins may, sales agents and resellers may not", async () => {
    const { provider, reseller, partnership } = await aPair();
    const input = { partnershipId: partnership.id, ...yes };
    for (const role of ["sales_agent", "user_admin", "helpdesk_agent"] as const) {
      expect(refusalCodeIn(await runAs(provider.as(role), removePartnership, input))).toBe(
        "access.role_missing",
      );
    }
    expect(refusalCodeIn(await runAs(reseller.admin, removePartnership, input))).toBe(
      "access.organisation_kind",
    );
    expect((await runAs(provider.as("admin_agent"), removePartnership, input)).ok).toBe(true);
  });

  test("R1: another provider's partnership is not found, neither to remove nor to look at", async () => {
    const { partnership } = await aPair();
    const other = await anIndirectProvider().create();
    const partnershipId = partnership.id;
    expect(refusalCodeIn(await runAs(other.admin, removePartnership, { partnershipId, ...yes }))).toBe(
      "not_found",
    );
    expect(refusalCodeIn(await queryAs(other.admin, previewRemoval, { partnershipId }))).toBe("not_found");
    expect(refusalCodeIn(await queryAs(other.admin, readReseller, { partnershipId }))).toBe("not_found");
  });
});

describe("the preview of a removal", () => {
  test("counts shared customers, subscriptions of record, support contacts and open invitations", async () => {
    const { provider, reseller, partnership } = await aPair();
    const [customer, direct] = [await aCustomer(provider, { reseller }), await aCustomer(provider)];
    const offer = await anOffer({ maximumQuantity: 50 });
    await aSubscription(customer, { offer, quantity: 1 });
    await aSubscription(direct, { offer, quantity: 1 });
    await anInvitation(provider, { recipientEmail: `sales@${reseller.primaryDomain}` });
    await anInvitation(provider, { recipientEmail: "sales@elsewhere.example" });
    const preview = valueIn(await queryAs(provider.admin, previewRemoval, { partnershipId: partnership.id }));
    expect(preview).toMatchObject({
      resellerName: reseller.companyName,
      affected: { customers: 1, subscriptions: 1 },
      openInvitations: 2,
      mustTypeName: false,
    });
  });

  test("of one that is removed already there is none", async () => {
    const [provider, reseller] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectReseller().create(),
    ]);
    const { id } = await aPartnership(provider, reseller, { removed: true });
    expect(refusalCodeIn(await queryAs(provider.admin, previewRemoval, { partnershipId: id }))).toBe(
      "not_found",
    );
  });
});

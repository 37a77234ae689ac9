import { describe, expect, test } from "vitest";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { removePartnership } from "#/domain/partnership/operations/remove-partnership";
import { revokeInvitation } from "#/domain/partnership/operations/revoke-invitation";
import { readAcceptance } from "#/domain/partnership/queries/read-acceptance";
import { anIndirectProvider, anIndirectReseller, anInvitation, aPerson } from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { consentTo } from "./drafts";

const aProvider = () => anIndirectProvider().create();
const aReseller = () => anIndirectReseller().create();

describe("accepting more than once", () => {
  test("a double click, a reload and a colleague get the same success and no second record", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { id, token } = await anInvitation(provider);
    const colleague = await aPerson(reseller, "global_admin");
    const first = valueIn(
      await runAs(reseller.admin, acceptInvitation, consentTo(token), { key: "form-key-000000001" }),
    );
    const again = await Promise.all([
      runAs(reseller.admin, acceptInvitation, consentTo(token), { key: "form-key-000000001" }),
      runAs(reseller.admin, acceptInvitation, consentTo(token), { key: "form-key-000000002" }),
      runAs(colleague, acceptInvitation, consentTo(token)),
    ]);
    expect(again.map(valueIn)).toEqual([first, first, first]);
    expect(await fixtures.partnership.count({ where: { resellerId: reseller.id } })).toBe(1);
    expect(await fixtures.domainEvent.count({ where: { organisationId: reseller.id } })).toBe(1);
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(row.acceptanceCount).toBe(1);
    expect(valueIn(await queryAs(reseller.admin, readAcceptance, { token }))).toMatchObject({
      state: "accepted",
    });
  });

  test.each([true, false])(
    "twenty clicks at once by one reseller make one partnership (reusable: %s)",
    async (reusable) => {
      const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
      const { id, token } = await anInvitation(provider, { reusable });
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => runAs(reseller.admin, acceptInvitation, consentTo(token))),
      );
      expect(new Set(answers.map((answer) => valueIn(answer).partnershipId)).size).toBe(1);
      expect(await fixtures.partnership.count({ where: { resellerId: reseller.id } })).toBe(1);
      const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
      expect(row.acceptanceCount).toBe(1);
    },
  );

  test("S7: of twenty resellers at once exactly one wins a single-use invitation", async () => {
    const provider = await aProvider();
    const resellers = await Promise.all(Array.from({ length: 20 }, aReseller));
    const { id, token } = await anInvitation(provider, { reusable: false });
    const answers = await Promise.all(
      resellers.map(({ admin }) => runAs(admin, acceptInvitation, consentTo(token))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) {
      expect(refusalCodeIn(answer)).toBe("partnership.invitation_used");
    }
    expect(await fixtures.partnership.count({ where: { invitationId: id } })).toBe(1);
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: "accepted", acceptanceCount: 1 });
  });

  test("a reusable invitation is accepted by every reseller that follows it, also at once", async () => {
    const provider = await aProvider();
    const resellers = await Promise.all(Array.from({ length: 8 }, aReseller));
    const { id, token } = await anInvitation(provider);
    const answers = await Promise.all(
      resellers.map(({ admin }) => runAs(admin, acceptInvitation, consentTo(token))),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: "sent", acceptanceCount: 8 });
  });

  test("two invitations of one provider accepted at once by one reseller make one partnership", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const invitations = await Promise.all([anInvitation(provider), anInvitation(provider)]);
    const answers = await Promise.all(
      invitations.map(({ token }) => runAs(reseller.admin, acceptInvitation, consentTo(token))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok).map(refusalCodeIn)).toEqual(["partnership.already_partners"]);
    expect(await fixtures.partnership.count({ where: { resellerId: reseller.id, state: "active" } })).toBe(1);
  });

  test("an acceptance and a revocation at once: one of them, never both", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
      const { id, token } = await anInvitation(provider, { reusable: false });
      const [accepted, revoked] = await Promise.all([
        runAs(reseller.admin, acceptInvitation, consentTo(token)),
        runAs(provider.admin, revokeInvitation, { invitationId: id }),
      ]);
      expect(accepted.ok).not.toBe(revoked.ok);
      expect(await fixtures.partnership.count({ where: { invitationId: id } })).toBe(accepted.ok ? 1 : 0);
    }
  });

  test("R38: after a removal an open invitation makes a new partnership; a single-use one does not", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const [reusable, single] = await Promise.all([
      anInvitation(provider),
      anInvitation(provider, { reusable: false }),
    ]);
    const accept = (token: string) => runAs(reseller.admin, acceptInvitation, consentTo(token));
    const remove = async (partnershipId: string) =>
      valueIn(await runAs(provider.admin, removePartnership, { partnershipId, acknowledgedTextVersion: 1 }));
    const first = valueIn(await accept(single.token));
    await remove(first.partnershipId);
    expect(refusalCodeIn(await accept(single.token))).toBe("partnership.invitation_used");
    const second = valueIn(await accept(reusable.token));
    await remove(second.partnershipId);
    const third = valueIn(await accept(reusable.token));
    expect(new Set([first, second, third].map(({ partnershipId }) => partnershipId)).size).toBe(3);
  });
});

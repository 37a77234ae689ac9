import { describe, expect, test } from "vitest";
import { visitor } from "#/domain/authorisation/actor";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { declineInvitation } from "#/domain/partnership/operations/decline-invitation";
import { noteInvitationOpened } from "#/domain/partnership/operations/note-invitation-opened";
import { revokeInvitation } from "#/domain/partnership/operations/revoke-invitation";
import { readAcceptance } from "#/domain/partnership/queries/read-acceptance";
import {
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPerson,
  aTenant,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { consentTo } from "./drafts";

const aProvider = () => anIndirectProvider().create();
const aReseller = () => anIndirectReseller().create();
const stored = (id: string) => fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });

describe("looking at an invitation", () => {
  test("S-06: shows who asks, from where and under which id, and under which id the reseller would join", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider);
    expect(valueIn(await queryAs(reseller.admin, readAcceptance, { token }))).toMatchObject({
      state: "open",
      provider: {
        name: provider.companyName,
        country: "IT",
        region: "EUR",
        domain: provider.primaryDomain,
        partnerId: provider.partnerId,
        invitedBy: provider.admin.name,
      },
      reseller: { name: reseller.companyName, partnerId: reseller.partnerId },
    });
  });

  test("S7: reading it fifty times changes nothing at all", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider);
    const before = await databaseDigest();
    await Promise.all(Array.from({ length: 50 }, () => queryAs(reseller.admin, readAcceptance, { token })));
    expect(await databaseDigest()).toEqual(before);
  });

  test("a stranger learns nothing, whatever the token", async () => {
    const { token } = await anInvitation(await aProvider());
    for (const any of [token, "unknown"]) {
      expect(refusalCodeIn(await queryAs(visitor, readAcceptance, { token: any }))).toBe("unauthenticated");
    }
  });

  test("a link that is not valid any more says nothing of who sent it", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider, { status: "revoked" });
    const page = valueIn(await queryAs(reseller.admin, readAcceptance, { token }));
    expect(page).toMatchObject({ state: "refused", provider: undefined });
    expect(JSON.stringify(page)).not.toContain(provider.companyName);
  });

  test("who may not accept is told whom to ask in the own company", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider);
    const agent = await aPerson(reseller, "admin_agent");
    expect(valueIn(await queryAs(agent, readAcceptance, { token }))).toMatchObject({
      state: "refused",
      refusal: { code: "not_global_admin" },
      admins: [{ name: reseller.admin.name }],
    });
  });

  test("the provider's own people and people of customers are told why it is not for them", async () => {
    const [provider, tenant] = await Promise.all([aProvider(), aTenant().create()]);
    const { token } = await anInvitation(provider);
    expect(valueIn(await queryAs(provider.admin, readAcceptance, { token }))).toMatchObject({
      refusal: { code: "own_organisation" },
    });
    expect(valueIn(await queryAs(tenant.admin, readAcceptance, { token }))).toMatchObject({
      refusal: { code: "not_a_reseller" },
    });
  });
});

describe("noting that a link was looked at", () => {
  test("G9: the sender sees when, the first time, and what stood in the way", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { id, token } = await anInvitation(provider);
    valueIn(await runAs(reseller.as("sales_agent"), noteInvitationOpened, { token }));
    const first = await stored(id);
    expect(first).toMatchObject({
      status: "opened",
      lastRefusalCode: "not_global_admin",
      acceptanceCount: 0,
    });
    valueIn(await runAs(reseller.admin, noteInvitationOpened, { token }));
    expect((await stored(id)).openedAt).toEqual(first.openedAt);
  });

  test("the provider's own look leaves no trace with the invitation, and an unknown token is answered alike", async () => {
    const provider = await aProvider();
    const { id, token } = await anInvitation(provider);
    expect(valueIn(await runAs(provider.admin, noteInvitationOpened, { token }))).toEqual({ noted: true });
    expect(await stored(id)).toMatchObject({ status: "sent", openedAt: null });
    expect(valueIn(await runAs(provider.admin, noteInvitationOpened, { token: "unknown" }))).toEqual({
      noted: true,
    });
  });

  test("looking does not open what has ended", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { id, token } = await anInvitation(provider, { status: "revoked" });
    valueIn(await runAs(reseller.admin, noteInvitationOpened, { token }));
    expect(await stored(id)).toMatchObject({ status: "revoked", openedAt: null, lastRefusalCode: null });
  });
});

describe("declining", () => {
  test("ends a single-use invitation, for everybody", async () => {
    const [provider, reseller, other] = await Promise.all([aProvider(), aReseller(), aReseller()]);
    const { id, token } = await anInvitation(provider, { reusable: false });
    expect(valueIn(await runAs(reseller.admin, declineInvitation, { token }))).toEqual({
      providerName: provider.companyName,
    });
    expect(await stored(id)).toMatchObject({ status: "declined", lastRefusalCode: "declined" });
    expect(refusalCodeIn(await runAs(other.admin, acceptInvitation, consentTo(token)))).toBe(
      "partnership.invitation_declined",
    );
    expect(refusalCodeIn(await runAs(reseller.admin, declineInvitation, { token }))).toBe(
      "partnership.invitation_declined",
    );
  });

  test("leaves a reusable invitation to others, and the one who declined may think again", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { id, token } = await anInvitation(provider);
    valueIn(await runAs(reseller.admin, declineInvitation, { token }));
    expect(await stored(id)).toMatchObject({ status: "sent", lastRefusalCode: "declined" });
    expect((await runAs(reseller.admin, acceptInvitation, consentTo(token))).ok).toBe(true);
    expect(refusalCodeIn(await runAs(reseller.admin, declineInvitation, { token }))).toBe(
      "partnership.invitation_already_accepted",
    );
  });

  test("makes no partnership, mails nobody, and is in the activity log", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { id, token } = await anInvitation(provider);
    const before = await databaseDigest("audit_record", "partnership_invitation");
    valueIn(await runAs(reseller.admin, declineInvitation, { token }));
    expect(await databaseDigest("audit_record", "partnership_invitation")).toEqual(before);
    const audit = await fixtures.auditRecord.findMany({ where: { organisationId: reseller.id } });
    expect(audit).toMatchObject([{ operation: "partnership.decline", outcome: "succeeded", resourceId: id }]);
  });

  test("an unknown token is not found, and other roles may not", async () => {
    const reseller = await aReseller();
    expect(refusalCodeIn(await runAs(reseller.admin, declineInvitation, { token: "unknown" }))).toBe(
      "not_found",
    );
    expect(refusalCodeIn(await runAs(reseller.as("admin_agent"), declineInvitation, { token: "x" }))).toBe(
      "access.role_missing",
    );
  });
});

describe("revoking", () => {
  test("ends an invitation at once, keeps who did, and leaves the partnerships it made", async () => {
    const [provider, first, second] = await Promise.all([aProvider(), aReseller(), aReseller()]);
    const { id, token } = await anInvitation(provider);
    valueIn(await runAs(first.admin, acceptInvitation, consentTo(token)));
    valueIn(await runAs(provider.as("sales_agent"), revokeInvitation, { invitationId: id }));
    expect(refusalCodeIn(await runAs(second.admin, acceptInvitation, consentTo(token)))).toBe(
      "partnership.invitation_revoked",
    );
    expect(await fixtures.partnership.count({ where: { invitationId: id, state: "active" } })).toBe(1);
    const audit = await fixtures.auditRecord.findMany({ where: { organisationId: provider.id } });
    expect(audit).toMatchObject([{ operation: "partnership.revoke_invitation", resourceId: id }]);
  });

  test("of two colleagues the second learns that it is revoked already", async () => {
    const provider = await aProvider();
    const { id } = await anInvitation(provider);
    const answers = await Promise.all([
      runAs(provider.admin, revokeInvitation, { invitationId: id }),
      runAs(provider.as("sales_agent"), revokeInvitation, { invitationId: id }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok).map(refusalCodeIn)).toEqual([
      "partnership.invitation_already_revoked",
    ]);
  });

  test("R1: another provider's invitation is not found, and stays open", async () => {
    const [provider, other] = await Promise.all([aProvider(), aProvider()]);
    const { id } = await anInvitation(provider);
    expect(refusalCodeIn(await runAs(other.admin, revokeInvitation, { invitationId: id }))).toBe("not_found");
    expect((await stored(id)).status).toBe("sent");
  });
});

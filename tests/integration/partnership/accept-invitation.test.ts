import { describe, expect, test } from "vitest";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { removePartnership } from "#/domain/partnership/operations/remove-partnership";
import { revokeInvitation } from "#/domain/partnership/operations/revoke-invitation";
import { listProviders } from "#/domain/partnership/queries/list-providers";
import { listResellers } from "#/domain/partnership/queries/list-resellers";
import { readAcceptance } from "#/domain/partnership/queries/read-acceptance";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
  aPerson,
  aTenant,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { consentTo } from "./drafts";

const aProvider = () => anIndirectProvider().create();
const aReseller = () => anIndirectReseller().create();

describe("accepting an invitation", () => {
  test("spans 137, 150, R29: makes the partnership, and each side sees the other at once", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { id, token } = await anInvitation(provider);
    const { partnershipId } = valueIn(await runAs(reseller.admin, acceptInvitation, consentTo(token)));
    const resellers = valueIn(await queryAs(provider.admin, listResellers, {}));
    expect(resellers.items).toMatchObject([
      {
        id: partnershipId,
        organisationId: reseller.id,
        name: reseller.companyName,
        country: "IT",
        partnerId: reseller.partnerId,
        domain: reseller.primaryDomain,
        standing: { eligible: true },
        customers: 0,
      },
    ]);
    const providers = valueIn(await queryAs(reseller.admin, listProviders, {}));
    expect(providers.items).toMatchObject([
      { id: partnershipId, organisationId: provider.id, name: provider.companyName, customers: 0 },
    ]);
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      status: "sent",
      acceptanceCount: 1,
      acceptedByOrganisationId: reseller.id,
      acceptedByName: reseller.companyName,
    });
  });

  test("keeps who consented to which text, writes one audit record and one event, and mails nobody by itself", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider);
    const { partnershipId } = valueIn(await runAs(reseller.admin, acceptInvitation, consentTo(token)));
    const row = await fixtures.partnership.findUniqueOrThrow({ where: { id: partnershipId } });
    expect(row).toMatchObject({
      consentTextVersion: 1,
      acceptedByUserId: reseller.admin.userId,
      state: "active",
    });
    const audit = await fixtures.auditRecord.findMany({ where: { organisationId: reseller.id } });
    expect(audit).toMatchObject([
      { operation: "partnership.accept", outcome: "succeeded", resourceId: partnershipId },
    ]);
    expect(JSON.stringify(audit)).not.toContain(token);
    const events = await fixtures.domainEvent.findMany({ where: { organisationId: reseller.id } });
    expect(events).toMatchObject([
      {
        type: "partnership.accepted",
        subjectId: partnershipId,
        data: { partnershipId, providerId: provider.id, resellerId: reseller.id },
      },
    ]);
    expect(await fixtures.mailMessage.count({ where: { organisationId: reseller.id } })).toBe(0);
  });

  test("without consent, or to a text that has changed, nothing happens", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider);
    const before = await databaseDigest("audit_record");
    const without = await runAs(reseller.admin, acceptInvitation, {
      ...consentTo(token),
      consent: false,
    } as never);
    expect(refusalCodeIn(without)).toBe("consent:partnership.consent_required");
    const older = await runAs(reseller.admin, acceptInvitation, {
      ...consentTo(token),
      consentTextVersion: 0,
    });
    expect(refusalCodeIn(older)).toBe("partnership.consent_text_changed");
    expect(await databaseDigest("audit_record")).toEqual(before);
  });

  test("B2: only a global admin of the reseller may; the denial is kept", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const { token } = await anInvitation(provider);
    for (const role of ["admin_agent", "sales_agent", "user_admin", "helpdesk_agent"] as const) {
      const answer = await runAs(reseller.as(role), acceptInvitation, consentTo(token));
      expect(refusalCodeIn(answer)).toBe("access.role_missing");
    }
    expect(await fixtures.partnership.count({ where: { resellerId: reseller.id } })).toBe(0);
    expect(
      await fixtures.auditRecord.count({ where: { organisationId: reseller.id, outcome: "failed" } }),
    ).toBe(4);
  });

  test("providers, customers and vendors cannot accept at all", async () => {
    const [provider, tenant] = await Promise.all([aProvider(), aTenant().create()]);
    const { token } = await anInvitation(provider);
    for (const actor of [provider.admin, tenant.admin]) {
      const answer = await runAs(actor, acceptInvitation, consentTo(token));
      expect(refusalCodeIn(answer)).toBe("access.organisation_kind");
    }
  });
});

describe("a refused acceptance", () => {
  const yesterday = () => new Date(Date.now() - 86_400_000);
  type Pair = {
    provider: Awaited<ReturnType<typeof aProvider>>;
    reseller: Awaited<ReturnType<typeof aReseller>>;
  };
  const cases: readonly [code: string, prepare: () => Promise<Pair & { readonly token: string }>][] = [
    [
      "invitation_revoked",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        return { ...pair, ...(await anInvitation(pair.provider, { status: "revoked" })) };
      },
    ],
    [
      "invitation_used",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        const { token } = await anInvitation(pair.provider, { reusable: false });
        valueIn(await runAs((await aReseller()).admin, acceptInvitation, consentTo(token)));
        return { ...pair, token };
      },
    ],
    [
      "invitation_expired",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        const options = { createdAt: new Date(Date.now() - 2 * 86_400_000), expiresAt: yesterday() };
        return { ...pair, ...(await anInvitation(pair.provider, options)) };
      },
    ],
    [
      "agreement_not_signed",
      async () => {
        const pair = {
          provider: await aProvider(),
          reseller: await anIndirectReseller().withoutAgreement().create(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "partner_id_missing",
      async () => {
        const pair = {
          provider: await aProvider(),
          reseller: await anIndirectReseller().withoutPartnerId().create(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "vetting_pending",
      async () => {
        const reseller = await anIndirectReseller().with({ vettingStatus: "pending" }).create();
        const pair = { provider: await aProvider(), reseller };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "reseller_suspended",
      async () => {
        const pair = {
          provider: await aProvider(),
          reseller: await anIndirectReseller().suspended().create(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "other_region",
      async () => {
        const pair = {
          provider: await anIndirectProvider().inCountry("US").create(),
          reseller: await aReseller(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "already_partners",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        await aPartnership(pair.provider, pair.reseller);
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "customer_of_provider",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        await aCustomer(pair.provider, { tenant: pair.reseller });
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "provider_suspended",
      async () => {
        const pair = {
          provider: await anIndirectProvider().suspended().create(),
          reseller: await aReseller(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
  ];

  test.each(cases)("span 134: %s makes nothing, and its page says the same", async (code, prepare) => {
    const { reseller, token } = await prepare();
    const partnerships = { where: { resellerId: reseller.id, state: "active" as const } };
    const before = await fixtures.partnership.count(partnerships);
    const page = valueIn(await queryAs(reseller.admin, readAcceptance, { token }));
    expect(page).toMatchObject({ state: "refused", refusal: { code } });
    const answer = await runAs(reseller.admin, acceptInvitation, consentTo(token));
    expect(refusalCodeIn(answer)).toBe(`partnership.${code}`);
    expect(await fixtures.partnership.count(partnerships)).toBe(before);
    expect(await fixtures.domainEvent.count({ where: { organisationId: reseller.id } })).toBe(0);
  });

  test("an unknown, a malformed and an overlong token are all not found", async () => {
    const reseller = await aReseller();
    for (const token of ["", "x", "a".repeat(43), "'; drop table partnership; --", "\u0000"]) {
      expect(refusalCodeIn(await runAs(reseller.admin, acceptInvitation, consentTo(token)))).toBe(
        "not_found",
      );
    }
  });

  test("G9: its reason is kept for the sender, the refusal is committed though nothing else is", async () => {
    const provider = await aProvider();
    const reseller = await anIndirectReseller().withoutAgreement().create();
    const { id, token } = await anInvitation(provider);
    await runAs(reseller.admin, acceptInvitation, consentTo(token));
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      lastRefusalCode: "agreement_not_signed",
      acceptanceCount: 0,
      status: "sent",
    });
    expect(row.lastRefusalAt).not.toBeNull();
    const audit = await fixtures.auditRecord.findMany({ where: { organisationId: reseller.id } });
    expect(audit).toMatchObject([{ outcome: "failed", failureCode: "partnership.agreement_not_signed" }]);
  });

  test("R8: expires at its second by the one clock", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const expiresAt = new Date(Date.now() + 3_600_000);
    const { token } = await anInvitation(provider, { expiresAt });
    clock.moveTo(expiresAt);
    const late = await runAs(reseller.admin, acceptInvitation, consentTo(token));
    clock.moveTo(new Date(expiresAt.getTime() - 1));
    const inTime = await runAs(reseller.admin, acceptInvitation, consentTo(token));
    clock.reset();
    expect(refusalCodeIn(late)).toBe("partnership.invitation_expired");
    expect(inTime.ok).toBe(true);
  });
});

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

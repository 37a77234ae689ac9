import { describe, expect, test } from "vitest";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { listProviders } from "#/domain/partnership/queries/list-providers";
import { listResellers } from "#/domain/partnership/queries/list-resellers";
import { anIndirectProvider, anIndirectReseller, anInvitation, aTenant } from "../../support/builders";
import { fixtures } from "../../support/database";
import { databaseDigest } from "../../support/digest";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
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

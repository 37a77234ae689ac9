import { describe, expect, test } from "vitest";
import type { UserActor } from "#/domain/authorisation/actor";
import { createInvitation } from "#/domain/partnership/operations/create-invitation";
import { readInvitation } from "#/domain/partnership/queries/read-invitation";
import { services } from "#/platform/crypto/services";
import { anIndirectProvider, anIndirectReseller } from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { aDraft } from "./drafts";

describe("drafting an invitation", () => {
  test("spans 145, 146: Request a partnership gives a draft with a personal link, for 90 days and reusable", async () => {
    const provider = await anIndirectProvider().create();
    const { invitationId } = valueIn(
      await runAs(provider.as("sales_agent"), createInvitation, { language: "en" }),
    );
    const { invitation, status, link, text } = valueIn(
      await queryAs(provider.admin, readInvitation, { invitationId }),
    );
    expect(status).toBe("draft");
    expect(invitation).toMatchObject({ reusable: true, language: "en", acceptanceCount: 0 });
    expect(invitation.expiresAt.getTime() - invitation.createdAt.getTime()).toBe(90 * 86_400_000);
    const [address, token] = (link ?? "").split("=");
    expect(address).toBe(services.portalAddress("/partnerships/accept?invitation"));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(text).toBeNull();
  });

  test("the token is stored as its hash and sealed, nowhere else, also in no record of the change", async () => {
    const provider = await anIndirectProvider().create();
    const { invitationId, token } = await aDraft(provider.admin);
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id: invitationId } });
    const audit = await fixtures.auditRecord.findMany({ where: { organisationId: provider.id } });
    expect(JSON.stringify([row, audit])).not.toContain(token);
    expect(row.tokenHash.length).toBe(32);
    expect(audit).toMatchObject([
      { operation: "partnership.create_invitation", outcome: "succeeded", resourceId: invitationId },
    ]);
  });

  test("two drafts never share a link", async () => {
    const provider = await anIndirectProvider().create();
    const links = await Promise.all(Array.from({ length: 20 }, () => aDraft(provider.admin)));
    expect(new Set(links.map(({ token }) => token)).size).toBe(20);
  });

  test.each([7, 30, 90, 180] as const)(
    "expires after the chosen %i days, by the one clock",
    async (expiryDays) => {
      const provider = await anIndirectProvider().create();
      const { invitationId } = await aDraft(provider.admin, { expiryDays });
      const read = async () => valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
      const { invitation } = await read();
      clock.moveTo(new Date(invitation.expiresAt.getTime() - 1));
      expect((await read()).status).toBe("draft");
      clock.moveTo(invitation.expiresAt);
      expect(await read()).toMatchObject({ status: "expired", link: null });
      clock.reset();
    },
  );

  test("refuses other numbers of days, other languages and unknown fields", async () => {
    const provider = await anIndirectProvider().create();
    const draft = (input: object) => runAs(provider.admin, createInvitation, input as never);
    expect(refusalCodeIn(await draft({ language: "en", expiryDays: 365 }))).toContain("expiryDays");
    expect(refusalCodeIn(await draft({ language: "fr" }))).toContain("language");
    expect(refusalCodeIn(await draft({ language: "en", providerId: provider.id }))).toContain(
      "field.unknown",
    );
    expect(await fixtures.partnershipInvitation.count({ where: { providerId: provider.id } })).toBe(0);
  });

  test("a double click makes one draft", async () => {
    const provider = await anIndirectProvider().create();
    const click = () =>
      runAs(provider.admin, createInvitation, { language: "en" }, { key: "same-form-key-0001" });
    const first = valueIn(await click());
    expect(valueIn(await click())).toEqual(first);
    expect(await fixtures.partnershipInvitation.count({ where: { providerId: provider.id } })).toBe(1);
  });

  test("A2: helpdesk agents and billing admins may not, resellers cannot", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    const attempt = (actor: UserActor) => runAs(actor, createInvitation, { language: "en" });
    expect(refusalCodeIn(await attempt(provider.as("helpdesk_agent")))).toBe("access.role_missing");
    expect(refusalCodeIn(await attempt(provider.as("billing_admin")))).toBe("access.role_missing");
    expect(refusalCodeIn(await attempt(reseller.admin))).toBe("access.organisation_kind");
  });

  test("a suspended provider may still ask, so that it can go on once it is in order", async () => {
    const provider = await anIndirectProvider().suspended().create();
    expect((await runAs(provider.admin, createInvitation, { language: "it" })).ok).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { markInvitationShared } from "#/domain/partnership/operations/mark-invitation-shared";
import { updateInvitationDraft } from "#/domain/partnership/operations/update-invitation-draft";
import { readInvitation } from "#/domain/partnership/queries/read-invitation";
import { anIndirectProvider, anIndirectReseller, anInvitation } from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { aDraft, consentTo } from "./drafts";

describe("saving and sharing a draft", () => {
  test.each(["email", "copy", "done"] as const)(
    "spans 147, 148: sharing it by %s saves the text and makes the invitation sent",
    async (via) => {
      const provider = await anIndirectProvider().create();
      const { form, invitationId } = await aDraft(provider.admin);
      const edited = { ...form, text: `${form.text}\n\nBest regards`, recipient: "Partner@Example.com" };
      valueIn(await runAs(provider.admin, markInvitationShared, { ...edited, via }));
      const page = valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
      expect(page).toMatchObject({ status: "sent", text: edited.text });
      expect(page.invitation.recipientEmail).toBe("partner@example.com");
      expect(page.deliveries).toEqual([]);
    },
  );

  test("span 149: the text may be edited and is kept, without the token in any stored column", async () => {
    const provider = await anIndirectProvider().create();
    const { form, invitationId, token, link } = await aDraft(provider.admin);
    const text = `Ciao Perché!\r\n\r\nApri (${link}) entro domani.`;
    valueIn(await runAs(provider.admin, updateInvitationDraft, { ...form, text }));
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id: invitationId } });
    expect(JSON.stringify(row)).not.toContain(token);
    const page = valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
    expect(page).toMatchObject({ status: "draft", text: text.replaceAll("\r", "") });
  });

  test.each([
    ["missing", (text: string, link: string) => text.replace(link, "")],
    ["altered", (text: string, link: string) => text.replace(link, link.slice(0, -2))],
  ] as const)("span 149: a text with its link %s is refused by the server, too", async (problem, edit) => {
    const provider = await anIndirectProvider().create();
    const { form, link } = await aDraft(provider.admin);
    const broken = { ...form, text: edit(form.text, link) };
    const code = `text:partnership.link_${problem}`;
    expect(refusalCodeIn(await runAs(provider.admin, updateInvitationDraft, broken))).toBe(code);
    expect(refusalCodeIn(await runAs(provider.admin, markInvitationShared, { ...broken, via: "copy" }))).toBe(
      code,
    );
  });

  test("a changed expiry counts from the making, and one that has passed is refused", async () => {
    const provider = await anIndirectProvider().create();
    const made = new Date(Date.now() - 20 * 86_400_000);
    const { id } = await anInvitation(provider, { createdAt: made });
    const page = valueIn(await queryAs(provider.admin, readInvitation, { invitationId: id }));
    const form = {
      invitationId: id,
      version: page.invitation.version,
      recipient: "",
      text: page.link ?? "",
      language: "en" as const,
      reusable: true,
    };
    const save = (expiryDays: 7 | 180) =>
      runAs(provider.admin, updateInvitationDraft, { ...form, expiryDays });
    expect(refusalCodeIn(await save(7))).toBe("expiryDays:partnership.expiry_past");
    valueIn(await save(180));
    const { invitation } = valueIn(await queryAs(provider.admin, readInvitation, { invitationId: id }));
    expect(invitation.expiresAt.getTime()).toBe(made.getTime() + 180 * 86_400_000);
  });

  test("an invitation somebody has accepted cannot become single-use any more", async () => {
    const provider = await anIndirectProvider().create();
    const reseller = await anIndirectReseller().create();
    const { form, token, invitationId } = await aDraft(provider.admin);
    valueIn(await runAs(reseller.admin, acceptInvitation, consentTo(token)));
    const { invitation } = valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
    const answer = await runAs(provider.admin, updateInvitationDraft, {
      ...form,
      version: invitation.version,
      reusable: false,
    });
    expect(refusalCodeIn(answer)).toBe("reusable:partnership.single_use_too_late");
  });

  test("of two tabs the one that knows less is told to reload (2055)", async () => {
    const provider = await anIndirectProvider().create();
    const { form } = await aDraft(provider.admin);
    valueIn(await runAs(provider.admin, updateInvitationDraft, { ...form, recipient: "a@example.com" }));
    const second = await runAs(provider.admin, updateInvitationDraft, {
      ...form,
      recipient: "b@example.com",
    });
    expect(refusalCodeIn(second)).toBe("conflict.stale");
  });

  test.each(["revoked", "declined", "accepted"] as const)(
    "one that is %s cannot be changed or shared",
    async (status) => {
      const provider = await anIndirectProvider().create();
      const { id } = await anInvitation(provider, { status, reusable: false });
      const form = {
        invitationId: id,
        version: 1,
        recipient: "",
        text: "",
        language: "en",
        expiryDays: "keep",
        reusable: false,
        via: "done",
      } as const;
      expect(refusalCodeIn(await runAs(provider.admin, markInvitationShared, form))).toBe(
        `partnership.invitation_already_${status}`,
      );
    },
  );

  test("R1: a foreign provider's invitation is not found", async () => {
    const [provider, other] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectProvider().create(),
    ]);
    const { form, invitationId } = await aDraft(provider.admin);
    expect(refusalCodeIn(await runAs(other.admin, updateInvitationDraft, form))).toBe("not_found");
    expect(refusalCodeIn(await runAs(other.admin, markInvitationShared, { ...form, via: "copy" }))).toBe(
      "not_found",
    );
    expect(refusalCodeIn(await queryAs(other.admin, readInvitation, { invitationId }))).toBe("not_found");
  });

  test("every problem of the form is told at once", async () => {
    const provider = await anIndirectProvider().create();
    const { form } = await aDraft(provider.admin);
    const answer = await runAs(provider.admin, updateInvitationDraft, {
      ...form,
      recipient: "nobody",
      text: "x",
    });
    expect(refusalCodeIn(answer)).toBe("recipient:email.format text:partnership.link_missing");
  });
});

import { describe, expect, test } from "vitest";
import { sendInvitation } from "#/domain/partnership/operations/send-invitation";
import { readInvitation } from "#/domain/partnership/queries/read-invitation";
import { unseal } from "#/platform/crypto/services";
import { anIndirectProvider, aPerson } from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { uniqueWord } from "../../support/unique";
import { aDraft } from "./drafts";

const subject = "An invitation";

/** Sends fresh drafts to one address or to many, one after the other or all at once. */
async function drafts(provider: Awaited<ReturnType<typeof anyProvider>>, count: number) {
  return Promise.all(Array.from({ length: count }, () => aDraft(provider.admin)));
}
const anyProvider = () => anIndirectProvider().create();

describe("sending an invitation by the portal", () => {
  test("span 139: queues one mail with the edited text to the one address, sealed, answers to the sender", async () => {
    const provider = await anyProvider();
    const sender = await aPerson(provider, "sales_agent");
    const { form, invitationId, link } = await aDraft(sender);
    const recipient = `${uniqueWord()}@Partner.example`;
    valueIn(await runAs(sender, sendInvitation, { ...form, recipient, subject }));
    const [mail, ...others] = await fixtures.mailMessage.findMany({ where: { subjectId: invitationId } });
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      recipient: recipient.toLowerCase(),
      status: "queued",
      organisationId: provider.id,
    });
    const stored = Buffer.from(mail?.sealedContent ?? []);
    expect(stored.toString("latin1")).not.toContain(link);
    const content = JSON.parse(unseal(stored));
    expect(content).toMatchObject({ subject, replyTo: sender.email, language: "en" });
    expect(content.text).toContain(link);
    expect(content.fromName).toContain(provider.companyName);
  });

  test("the page shows the mail waiting, waiting after a failed try with the reason, sent, and failed", async () => {
    const provider = await anyProvider();
    const { form, invitationId } = await aDraft(provider.admin);
    valueIn(
      await runAs(provider.admin, sendInvitation, { ...form, recipient: "a@partner.example", subject }),
    );
    const shown = async () =>
      valueIn(await queryAs(provider.admin, readInvitation, { invitationId })).deliveries[0]?.delivery;
    const becomes = (data: object) =>
      fixtures.mailMessage.updateMany({ where: { subjectId: invitationId }, data });
    expect(await shown()).toEqual({ state: "waiting" });
    await becomes({ attempts: 1, lastError: "connect ECONNREFUSED" });
    expect(await shown()).toEqual({ state: "retrying", reason: "connect ECONNREFUSED" });
    const at = new Date();
    await becomes({ status: "sent", sentAt: at, lastError: null });
    expect(await shown()).toEqual({ state: "sent", at });
    await becomes({ status: "failed", sentAt: null, lastError: "550 no such user" });
    expect(await shown()).toEqual({ state: "failed", reason: "550 no such user" });
  });

  test("needs an address that can be mailed and a text with its link; nothing is queued otherwise", async () => {
    const provider = await anyProvider();
    const { form, invitationId } = await aDraft(provider.admin);
    const send = (change: object) => runAs(provider.admin, sendInvitation, { ...form, subject, ...change });
    expect(refusalCodeIn(await send({}))).toBe("recipient:partnership.recipient_required");
    const forged = "a@partner.example\r\nBcc: b@partner.example";
    expect(refusalCodeIn(await send({ recipient: forged }))).toBe("recipient:text.control_character");
    expect(refusalCodeIn(await send({ recipient: "a@partner.example", text: "" }))).toBe(
      "text:partnership.link_missing",
    );
    expect(refusalCodeIn(await send({ recipient: "a@partner.example", subject: "a\nb: c" }))).toContain(
      "subject:",
    );
    expect(await fixtures.mailMessage.count({ where: { subjectId: invitationId } })).toBe(0);
    const { status } = valueIn(await queryAs(provider.admin, readInvitation, { invitationId }));
    expect(status).toBe("draft");
  });

  test("a double click sends one mail", async () => {
    const provider = await anyProvider();
    const { form, invitationId } = await aDraft(provider.admin);
    const click = () =>
      runAs(
        provider.admin,
        sendInvitation,
        { ...form, recipient: "a@partner.example", subject },
        { key: "same-form-key-0001" },
      );
    const first = valueIn(await click());
    expect(valueIn(await click())).toEqual(first);
    expect(await fixtures.mailMessage.count({ where: { subjectId: invitationId } })).toBe(1);
  });

  test("S10: at most three mails a day to one address, also in parallel; the day after it may be mailed again", async () => {
    const provider = await anyProvider();
    const made = await drafts(provider, 6);
    const recipient = `${uniqueWord()}@partner.example`;
    const answers = await Promise.all(
      made.map(({ form }) => runAs(provider.admin, sendInvitation, { ...form, recipient, subject })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.filter(({ ok }) => !ok).map(refusalCodeIn)).toEqual(
      Array(3).fill("partnership.too_many_to_address"),
    );
    expect(await fixtures.mailMessage.count({ where: { recipient } })).toBe(3);
    const another = await aDraft(provider.admin);
    clock.advance({ hours: 25 });
    const later = await runAs(provider.admin, sendInvitation, { ...another.form, recipient, subject });
    clock.reset();
    expect(later.ok).toBe(true);
  });

  test("S10: at most fifty mails an hour for one provider; others are not touched by it", async () => {
    const [provider, other] = await Promise.all([anyProvider(), anyProvider()]);
    const { form, invitationId } = await aDraft(provider.admin);
    await fixtures.mailMessage.createMany({
      data: Array.from({ length: 49 }, (_, index) => ({
        id: crypto.randomUUID(),
        organisationId: provider.id,
        subjectKind: "partnership_invitation",
        subjectId: invitationId,
        recipient: `${index}@${uniqueWord()}.example`,
      })),
    });
    const send = (sender: typeof provider.admin, draft: typeof form, recipient: string) =>
      runAs(sender, sendInvitation, { ...draft, recipient, subject });
    const [one, two] = await drafts(provider, 2);
    const answers = await Promise.all(
      [one, two].map((draft, index) =>
        send(provider.admin, draft?.form ?? form, `x${index}@partner.example`),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok).map(refusalCodeIn)).toEqual(["partnership.too_many_invitations"]);
    const foreign = await aDraft(other.admin);
    expect((await send(other.admin, foreign.form, "x@partner.example")).ok).toBe(true);
  });

  test("what does not commit is not mailed: a refused sending leaves neither mail nor change", async () => {
    const provider = await anyProvider();
    const { form, invitationId } = await aDraft(provider.admin);
    const stale = { ...form, version: form.version + 5, recipient: "a@partner.example", subject };
    expect(refusalCodeIn(await runAs(provider.admin, sendInvitation, stale))).toBe("conflict.stale");
    expect(await fixtures.mailMessage.count({ where: { subjectId: invitationId } })).toBe(0);
  });

  test("R1: a foreign provider cannot send it", async () => {
    const [provider, other] = await Promise.all([anyProvider(), anyProvider()]);
    const { form } = await aDraft(provider.admin);
    const answer = await runAs(other.admin, sendInvitation, {
      ...form,
      recipient: "a@partner.example",
      subject,
    });
    expect(refusalCodeIn(answer)).toBe("not_found");
  });
});

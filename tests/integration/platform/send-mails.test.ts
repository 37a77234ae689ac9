import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actAs } from "#/db/act-as";
import { newId } from "#/domain/kernel/ids";
import { composeMail } from "#/domain/kernel/mail";
import { services } from "#/platform/crypto/services";
import { createMailSender } from "#/platform/mail/send-queued-mails";
import { type MailTransport, openMailTransport, parallelDeliveries } from "#/platform/mail/transport";
import { tellSenderOfFailedMail } from "#/worker/mail-failed";
import { anIndirectProvider } from "../../support/builders";
import { fixtures, owner } from "../../support/database";
import { type MailServer, startMailServer } from "../../support/mail-server";
import { clock, runtime } from "../../support/runtime";
import { uniqueWord } from "../../support/unique";

const identity = { origin: "https://portal.example", productName: "Twotier" };
let server: MailServer;
let transports: MailTransport[] = [];

function aSender(url = server.url) {
  const transport = openMailTransport({
    url,
    from: "Twotier <no-reply@portal.example>",
    timeoutMilliseconds: 500,
  });
  transports.push(transport);
  return createMailSender({ host: runtime, transport, identity, onFailed: tellSenderOfFailedMail });
}

async function queueMail(recipient = `${uniqueWord()}@reseller.example`, createdAt = clock.now()) {
  const provider = await anIndirectProvider().create();
  const subjectId = newId();
  const mail = composeMail(
    {
      subjectKind: "partnership_invitation",
      subjectId,
      recipient,
      content: {
        subject: "Invito di Caffè Brenta",
        text: "Ciao,\n\nhttps://portal.example/partnerships/accept?invitation=abc",
        language: "it",
        fromName: "Caffè Brenta S.r.l.",
        replyTo: "agent@brenta.example",
      },
    },
    services.seal,
  );
  if (!mail.ok) throw new Error(mail.failure.code);
  const { sealedContent, ...columns } = mail.value;
  await fixtures.mailMessage.createMany({
    data: [
      { ...columns, organisationId: provider.id, createdAt, sealedContent: new Uint8Array(sealedContent) },
    ],
  });
  return { id: mail.value.id, recipient, provider, subjectId };
}

async function stateOf(id: string) {
  const { status, attempts, lastError, sealedContent } = await fixtures.mailMessage.findUniqueOrThrow({
    where: { id },
  });
  return { status, attempts, lastError, hasContent: sealedContent !== null };
}

beforeEach(async () => {
  await fixtures.mailMessage.updateMany({ where: { status: "queued" }, data: { status: "failed" } });
  server = await startMailServer();
});

afterEach(async () => {
  clock.reset();
  for (const transport of transports) transport.close();
  transports = [];
  await server.stop();
});

describe("sending queued mails", () => {
  test("a mail goes out once, whole, to its one address, and its content is forgotten", async () => {
    const { id, recipient } = await queueMail();
    const sender = aSender();
    expect(await sender.sendDue()).toEqual({ sent: 1, failed: 0, deferred: 0 });
    expect(await sender.sendDue()).toEqual({ sent: 0, failed: 0, deferred: 0 });
    expect(await stateOf(id)).toEqual({ status: "sent", attempts: 1, lastError: null, hasContent: false });
    const [mail] = server.arrived;
    expect(server.arrived).toHaveLength(1);
    expect(mail?.recipients).toEqual([recipient]);
    expect(mail?.parsed).toMatchObject({
      messageId: `<${id}@portal.example>`,
      subject: "Invito di Caffè Brenta",
      from: { value: [{ address: "no-reply@portal.example", name: "Caffè Brenta S.r.l. (Twotier)" }] },
      replyTo: { value: [{ address: "agent@brenta.example" }] },
      to: { value: [{ address: recipient }] },
    });
    expect(mail?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.parsed.text).toContain("https://portal.example/partnerships/accept?invitation=abc");
    expect(mail?.parsed.html).toContain('<html lang="it"');
    expect(mail?.raw).toMatch(/Content-Type: multipart\/alternative/);
  });

  test("a mail refused for good is given up at once, and the inviter learns why", async () => {
    const { id, provider, subjectId, recipient } = await queueMail();
    server.mode = "refuse";
    expect(await aSender().sendDue()).toEqual({ sent: 0, failed: 1, deferred: 0 });
    const reason = "550 5.1.1 No such user here";
    expect(await stateOf(id)).toEqual({
      status: "failed",
      attempts: 1,
      lastError: reason,
      hasContent: false,
    });
    const notices = await fixtures.notification.findMany({ where: { organisationId: provider.id } });
    expect(notices).toMatchObject([
      {
        type: "mail.failed",
        params: { recipient, reason },
        link: `/provider/indirect-resellers/invitations/${subjectId}`,
      },
    ]);
  });

  test("a mail put off keeps its turn for later and goes out then with the same Message-ID", async () => {
    const { id } = await queueMail();
    server.mode = "defer";
    const sender = aSender();
    expect(await sender.sendDue()).toEqual({ sent: 0, failed: 0, deferred: 1 });
    expect(await stateOf(id)).toMatchObject({ status: "queued", attempts: 1, hasContent: true });
    expect((await stateOf(id)).lastError).toContain("451 4.7.1");
    server.mode = "accept";
    expect((await sender.sendDue()).sent).toBe(0);
    clock.advance({ seconds: 10 });
    expect((await sender.sendDue()).sent).toBe(1);
    expect(server.arrived.map(({ parsed }) => parsed.messageId)).toEqual([`<${id}@portal.example>`]);
    expect(await stateOf(id)).toMatchObject({ status: "sent", attempts: 2, lastError: null });
  });

  test.each(["hang", "cut"] as const)(
    "a server that does %s loses nothing and holds up nobody for long",
    async (mode) => {
      const { id } = await queueMail();
      server.mode = mode;
      const begun = Date.now();
      const sender = aSender();
      expect(await sender.sendDue()).toEqual({ sent: 0, failed: 0, deferred: 1 });
      expect(Date.now() - begun).toBeLessThan(5_000);
      server.mode = "accept";
      clock.advance({ seconds: 10 });
      expect((await sender.sendDue()).sent).toBe(1);
      expect(await stateOf(id)).toMatchObject({ status: "sent" });
    },
  );

  test("an answer lost after the server took the mail causes at most one duplicate, with the same Message-ID", async () => {
    await queueMail();
    server.mode = "cut-after-taking";
    const sender = aSender();
    await sender.sendDue();
    server.mode = "accept";
    clock.advance({ seconds: 10 });
    await sender.sendDue();
    clock.advance({ days: 1 });
    await sender.sendDue();
    expect(server.arrived).toHaveLength(2);
    expect(new Set(server.arrived.map(({ parsed }) => parsed.messageId)).size).toBe(1);
  });

  test("R5: without a mail server nothing is lost, few tries are wasted, and all goes out within five minutes of its return", async () => {
    const mails = await Promise.all(Array.from({ length: 12 }, () => queueMail()));
    const { url, port } = server;
    await server.stop();
    const sender = aSender(url);
    await sender.sendDue();
    const tried = await Promise.all(mails.map(({ id }) => stateOf(id)));
    expect(tried.filter(({ attempts }) => attempts > 0).length).toBe(parallelDeliveries);
    for (let minute = 0; minute < 90; minute += 1) {
      expect((await sender.sendDue()).sent).toBe(0);
      clock.advance({ seconds: 60 });
    }
    server = await startMailServer("accept", port);
    for (let second = 0; second < 300; second += 3) {
      await sender.sendDue();
      clock.advance({ seconds: 3 });
    }
    expect(server.arrived.map(({ parsed }) => parsed.messageId).sort()).toEqual(
      mails.map(({ id }) => `<${id}@portal.example>`).sort(),
    );
  });

  test("a mail that never goes out is given up after three days, with the last reason", async () => {
    const { id } = await queueMail(undefined, new Date(Date.now() - 73 * 3_600_000));
    server.mode = "defer";
    expect((await aSender().sendDue()).failed).toBe(1);
    expect((await stateOf(id)).lastError).toContain("451");
  });

  test("two workers at once send each of forty mails exactly once", async () => {
    const mails = await Promise.all(Array.from({ length: 40 }, () => queueMail()));
    const reports = await Promise.all([aSender().sendDue(), aSender().sendDue()]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
    expect(server.arrived.map(({ recipients }) => recipients[0]).sort()).toEqual(
      mails.map(({ recipient }) => recipient).sort(),
    );
  });

  test("a mail that went out while the database could not be told is not sent a second time", async () => {
    const { id } = await queueMail();
    const blocker = await owner.connect();
    const real = openMailTransport({ url: server.url, from: "no-reply@portal.example" });
    transports.push(real);
    const transport: MailTransport = {
      ...real,
      deliver: async (mail) => {
        const delivery = await real.deliver(mail);
        await blocker.query("begin; lock table mail_message in share row exclusive mode");
        return delivery;
      },
    };
    const sender = createMailSender({ host: runtime, transport, identity });
    await expect(sender.sendDue()).rejects.toThrow();
    await blocker.query("commit");
    blocker.release();
    clock.advance({ days: 1 });
    await sender.sendDue();
    expect(server.arrived).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ status: "sent", attempts: 1 });
  });

  test("a mail sealed under another secret is given up with a plain reason instead of being tried for ever", async () => {
    const { id } = await queueMail();
    await fixtures.mailMessage.update({ where: { id }, data: { sealedContent: new Uint8Array(64) } });
    expect((await aSender().sendDue()).failed).toBe(1);
    expect((await stateOf(id)).lastError).toBe("the content cannot be read; was AUTH_SECRET changed?");
  });

  test("every way to read a row of mail tells other organisations nothing", async () => {
    const { id } = await queueMail();
    const other = await anIndirectProvider().create();
    const seen = await actAs(runtime.database, other.admin, { readOnly: true }, ({ db }) =>
      db.mailMessage.findMany({ where: { id } }),
    );
    expect(seen).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { consentTextVersion } from "#/domain/partnership/model";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { openMailTransport } from "#/platform/mail/transport";
import { startWorker } from "#/worker/worker";
import { anIndirectProvider, anIndirectReseller, anInvitation } from "../../support/builders";
import { applicationUrl, fixtures } from "../../support/database";
import { forgetEvents } from "../../support/domain-events";
import { type MailServer, startMailServer } from "../../support/mail-server";
import { runAs, valueIn } from "../../support/run";
import { runtime } from "../../support/runtime";
import { startTcpProxy } from "../../support/tcp-proxy";
import { startWorkerProcess, type WorkerProcess } from "../../support/worker-process";

let mailServer: MailServer;
let workers: WorkerProcess[] = [];

async function aWorker(databaseUrl = applicationUrl): Promise<WorkerProcess> {
  const worker = await startWorkerProcess({ databaseUrl, smtpUrl: mailServer.url });
  workers.push(worker);
  return worker;
}

/** A reseller accepts, for real: the worker has one mail to send, to the reseller's global admin. */
async function acceptAPartnership(): Promise<string> {
  const provider = await anIndirectProvider().create();
  const reseller = await anIndirectReseller().create();
  const { token } = await anInvitation(provider);
  valueIn(await runAs(reseller.admin, acceptInvitation, { token, consent: true, consentTextVersion }));
  return reseller.admin.signInName;
}

function arrivedFor(recipient: string): readonly string[] {
  return mailServer.arrived
    .filter(({ recipients }) => recipients.includes(recipient))
    .map(({ parsed }) => parsed.messageId ?? "");
}

beforeEach(async () => {
  await forgetEvents();
  await fixtures.mailMessage.updateMany({ where: { status: "queued" }, data: { status: "failed" } });
  mailServer = await startMailServer();
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
  workers = [];
  await mailServer.stop();
});

describe("a worker that never looks by itself", () => {
  test("hears of a change and tells it, then sends its mail", async () => {
    const worker = startWorker({
      host: runtime,
      databaseUrl: applicationUrl,
      transport: openMailTransport({ url: mailServer.url, from: "no-reply@portal.example" }),
      identity: { origin: "https://portal.example", productName: "Twotier" },
      pollSeconds: 3_600,
    });
    // The rounds of its start are over once what was there before them has arrived.
    const before = await acceptAPartnership();
    await expect.poll(() => arrivedFor(before).length, { timeout: 15_000 }).toBe(1);
    const recipient = await acceptAPartnership();
    await expect.poll(() => arrivedFor(recipient).length, { timeout: 15_000 }).toBe(1);
    await worker.stop();
  });
});

describe("the worker as a process", () => {
  test("stops within seconds when told to, and says that all is well", async () => {
    const worker = await aWorker();
    const begun = Date.now();
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  test("finishes the mail that is on its way before it stops", async () => {
    const recipient = await acceptAPartnership();
    const worker = await aWorker();
    await worker.end("SIGTERM");
    const sent = await fixtures.mailMessage.findMany({ where: { recipient }, select: { status: true } });
    expect(arrivedFor(recipient)).toHaveLength(sent.filter(({ status }) => status === "sent").length);
  });

  test("goes on by itself after the database was away", async () => {
    const proxy = await startTcpProxy(applicationUrl);
    try {
      const address = new URL(applicationUrl);
      address.port = String(proxy.port);
      address.hostname = "127.0.0.1";
      const worker = await aWorker(address.href);
      await proxy.goAway();
      const recipient = await acceptAPartnership();
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect(arrivedFor(recipient)).toEqual([]);
      await proxy.comeBack();
      await expect.poll(() => arrivedFor(recipient).length, { timeout: 15_000, interval: 50 }).toBe(1);
      expect(worker.child.exitCode).toBeNull();
      expect(worker.log()).toContain("the database is away");
    } finally {
      await proxy.stop();
    }
  });

  test("R5: killed while a mail is on its way, another sends it: none lost, at most one duplicate, the same Message-ID", async () => {
    const recipient = await acceptAPartnership();
    mailServer.mode = "cut-after-taking";
    const first = await aWorker();
    await expect.poll(() => arrivedFor(recipient).length, { timeout: 10_000, interval: 2 }).toBe(1);
    await first.end("SIGKILL");
    mailServer.mode = "accept";
    // The lease of the dead worker runs out.
    await fixtures.mailMessage.updateMany({
      where: { recipient, status: "queued" },
      data: { nextAttemptAt: new Date(0) },
    });
    await aWorker();
    await expect
      .poll(async () => (await fixtures.mailMessage.findFirst({ where: { recipient } }))?.status, {
        timeout: 10_000,
      })
      .toBe("sent");
    const ids = arrivedFor(recipient);
    expect(ids.length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("does not start with a weak secret, and says so", async () => {
    const settings = { databaseUrl: applicationUrl, smtpUrl: mailServer.url, authSecret: "short" };
    await expect(startWorkerProcess(settings)).rejects.toThrow(/AUTH_SECRET/);
  });
});

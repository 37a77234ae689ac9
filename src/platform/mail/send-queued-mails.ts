import { actAs, type Unit } from "#/db/act-as";
import type { SystemActor } from "#/domain/authorisation/actor";
import { mailContentSchema } from "#/domain/kernel/mail";
import { backoffSeconds } from "../backoff";
import { logger } from "../logger";
import type { Runtime } from "../unit-of-work";
import { type ClaimedMail, claimMails, type MailSettlement, settleMail } from "./mail-queue";
import { type MailIdentity, renderMail } from "./render-mail";
import { type Delivery, type MailTransport, parallelDeliveries } from "./transport";

const actor: SystemActor = { kind: "system", job: "send_mails" };

/** Longer than the slowest delivery, so that a mail on its way is never taken by another worker. */
const leaseSeconds = 90;

/** Mails that wait for long are tried at least so often, in seconds, while they are young and when they are old. */
const pauses = {
  young: { firstSeconds: 5, longestSeconds: 240 },
  old: { firstSeconds: 5, longestSeconds: 900 },
};
const youngForSeconds = 2 * 60 * 60;

/** A mail that never went out is given up after three days. */
const patienceSeconds = 3 * 24 * 60 * 60;

/** What sending works with: the database, a way to send, and what mails say of the portal. */
export type MailSenderOptions = {
  readonly host: Runtime;
  readonly transport: MailTransport;
  readonly identity: MailIdentity;
  /** Told in the transaction that gives up a mail, so that whoever caused it learns of it. */
  readonly onFailed?: (unit: Unit, mail: ClaimedMail, reason: string) => Promise<void>;
};

/** What one sweep did. */
export type SendReport = { readonly sent: number; readonly failed: number; readonly deferred: number };

/** Sends what is due; `sendDue` is called again and again by one caller at a time. */
export type MailSender = { readonly sendDue: (signal?: AbortSignal) => Promise<SendReport> };

/**
 * Makes the job that sends queued mails. Each is taken with a lease, sent outside any transaction and settled: sent,
 * tried again later, or given up with the reason. When the database goes away between sending and settling, the outcome
 * is remembered and written first thing afterwards; only a process killed in that moment sends a mail a second time,
 * with the same Message-ID.
 */
export function createMailSender(options: MailSenderOptions): MailSender {
  const unsettled = new Map<string, { mail: ClaimedMail; settlement: MailSettlement }>();
  const { host } = options;
  const write = <T>(work: (unit: Unit) => Promise<T>) =>
    actAs(host.database, actor, { readOnly: false, clock: host.clock }, work);

  async function settleAll(): Promise<void> {
    for (const { mail, settlement } of [...unsettled.values()]) {
      await write(async (unit) => {
        const changed = await settleMail(unit, mail.id, settlement);
        if (changed && settlement.status === "failed")
          await options.onFailed?.(unit, mail, settlement.reason);
      });
      unsettled.delete(mail.id);
    }
  }

  async function sendOne(mail: ClaimedMail): Promise<Delivery> {
    const delivery = await tryToDeliver(mail, options);
    unsettled.set(mail.id, { mail, settlement: toSettlement(mail, delivery) });
    if (delivery.outcome !== "sent")
      logger.warn({ mail: mail.id, attempts: mail.attempts, ...delivery }, "a mail did not go out");
    return delivery;
  }

  async function sendDue(signal?: AbortSignal): Promise<SendReport> {
    const report = { sent: 0, failed: 0, deferred: 0 };
    await settleAll();
    while (!signal?.aborted) {
      const claimed = await write((unit) => claimMails(unit, parallelDeliveries, leaseSeconds));
      if (claimed.length === 0) break;
      const deliveries = await Promise.all(claimed.map(sendOne));
      for (const { settlement } of unsettled.values())
        report[settlement.status === "queued" ? "deferred" : settlement.status] += 1;
      await settleAll();
      // No server: the mails that still wait keep their turn instead of being tried one by one.
      if (deliveries.every((delivery) => delivery.outcome === "deferred" && delivery.serverAway)) break;
    }
    return report;
  }

  return { sendDue };
}

async function tryToDeliver(
  mail: ClaimedMail,
  { host, transport, identity }: MailSenderOptions,
): Promise<Delivery> {
  let content: ReturnType<typeof mailContentSchema.parse>;
  try {
    content = mailContentSchema.parse(JSON.parse(host.services.unseal(mail.sealedContent)));
  } catch {
    return { outcome: "refused", reason: "the content cannot be read; was AUTH_SECRET changed?" };
  }
  return transport.deliver({
    messageId: `${mail.id}@${new URL(identity.origin).hostname}`,
    date: mail.createdAt,
    recipient: mail.recipient,
    fromName: content.fromName,
    replyTo: content.replyTo,
    subject: content.subject,
    ...renderMail(content, identity),
  });
}

function toSettlement(mail: ClaimedMail, delivery: Delivery): MailSettlement {
  if (delivery.outcome === "sent") return { status: "sent" };
  if (delivery.outcome === "refused" || mail.ageSeconds > patienceSeconds)
    return { status: "failed", reason: delivery.reason };
  return {
    status: "queued",
    reason: delivery.reason,
    pauseSeconds: backoffSeconds(
      mail.attempts,
      mail.ageSeconds < youngForSeconds ? pauses.young : pauses.old,
    ),
  };
}

import { listenTo } from "#/db/listen";
import { logger } from "#/platform/logger";
import type { MailIdentity } from "#/platform/mail/render-mail";
import { createMailSender } from "#/platform/mail/send-queued-mails";
import type { MailTransport } from "#/platform/mail/transport";
import { relayEvents } from "#/platform/outbox/relay";
import type { Runtime } from "#/platform/unit-of-work";
import { consumers } from "./consumers/registry";
import { type Job, type RunningJob, startJob } from "./job-loop";
import { cleanUp } from "./jobs/clean-up";
import { expireInvitations } from "./jobs/expire-invitations";
import { importPriceLists } from "./jobs/import-price-lists";
import { tellSenderOfFailedMail } from "./mail-failed";

/** What the worker works with. */
export type WorkerOptions = {
  readonly host: Runtime;
  readonly databaseUrl: string;
  readonly transport: MailTransport;
  readonly identity: MailIdentity;
  /** How long the worker waits for a notice before it looks by itself. */
  readonly pollSeconds?: number;
};

/** A worker at work; `stop` lets the rounds under way finish and resolves then. */
export type Worker = { readonly stop: () => Promise<void> };

/** Told by every change that leaves something to relay, to send or to publish. */
const channel = "twotier_outbox";

/**
 * Starts every job: tell events, send mails, publish price lists, close what ran out, clean up. The first three start at
 * once whenever a change leaves work for them. Any number of workers may run beside each other.
 */
export function startWorker({
  host,
  databaseUrl,
  transport,
  identity,
  pollSeconds = 3,
}: WorkerOptions): Worker {
  const stopping = new AbortController();
  const start = (job: Job): RunningJob => startJob(job, stopping.signal);
  const sender = createMailSender({ host, transport, identity, onFailed: tellSenderOfFailedMail });
  const sending = start({
    name: "send_mails",
    everySeconds: pollSeconds,
    run: async (signal) => void (await sender.sendDue(signal)),
  });
  const relaying = start({
    name: "relay_events",
    everySeconds: pollSeconds,
    run: async (signal) => {
      const { relayed } = await relayEvents(host, consumers, signal);
      if (relayed > 0) sending.wake();
    },
  });
  const importing = start({
    name: "import_price_lists",
    everySeconds: pollSeconds,
    run: async (signal) => void (await importPriceLists(host, signal)),
  });
  const closing = start({
    name: "expire_invitations",
    everySeconds: 60,
    run: async () => void (await expireInvitations(host)),
  });
  const cleaning = start({
    name: "clean_up",
    everySeconds: 600,
    run: async (signal) => void (await cleanUp(host, signal)),
  });
  const listener = listenTo({
    url: databaseUrl,
    channel,
    onNotice: () => {
      relaying.wake();
      sending.wake();
      importing.wake();
    },
    onConnectionLost: ({ message }) =>
      logger.warn({ reason: message }, "the worker does not hear of changes"),
  });
  return {
    stop: async () => {
      stopping.abort();
      await listener.close();
      await Promise.all([sending, relaying, importing, closing, cleaning].map(({ ended }) => ended));
      transport.close();
    },
  };
}

import { createTransport } from "nodemailer";

/** A mail as it goes over the wire, to one address. */
export type OutgoingMail = {
  readonly messageId: string;
  readonly date: Date;
  readonly recipient: string;
  /** Shown as sender beside the portal's own address. */
  readonly fromName: string | undefined;
  /** Where an answer goes, when not to the portal's own address. */
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * How a try ended. `refused`: the server says no for good. `deferred`: not now; `serverAway` when no server could be
 * spoken to at all, so that others would fare alike. `reason` is one printable line.
 */
export type Delivery =
  | { readonly outcome: "sent" }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "deferred"; readonly reason: string; readonly serverAway: boolean };

/** A way to send mail; never throws, never takes longer than `longestDelivery`. */
export type MailTransport = {
  readonly deliver: (mail: OutgoingMail) => Promise<Delivery>;
  readonly close: () => void;
};

/** Where mails go and who they come from. */
export type TransportOptions = {
  readonly url: string;
  /** The portal's own sender, such as `Twotier <no-reply@portal.example>`. */
  readonly from: string;
  readonly timeoutMilliseconds?: number;
};

/** Connections kept to the mail server; as many mails are on their way at once. */
export const parallelDeliveries = 4;

/** Waiting for one answer of the mail server (decision 11); a whole delivery may take three of them. */
const answerTimeout = 10_000;

/** Answers that speak of this portal's own sign-in at the server, not of the mail. */
const signInAnswers = new Set([530, 534, 535, 538]);
const aboutTheMail = new Set(["EENVELOPE", "EMESSAGE"]);

type SmtpError = { code?: string; responseCode?: number; response?: string; message?: string };

function toDelivery(error: SmtpError): Delivery {
  const { code = "", responseCode = 0 } = error;
  const reason = printable(error.response ?? error.message ?? code);
  const isAnswer = aboutTheMail.has(code);
  const isFinal = responseCode >= 500 && responseCode < 600 && !signInAnswers.has(responseCode);
  if (isAnswer && (isFinal || responseCode === 0)) return { outcome: "refused", reason };
  return { outcome: "deferred", reason, serverAway: !isAnswer || responseCode === 421 };
}

function printable(text: string): string {
  return text
    .replace(/[\p{Control}\p{Surrogate}\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .trim()
    .slice(0, 300);
}

function readSender(from: string): { name: string; address: string } {
  const [, name = "", address = from] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name, address: address.trim() };
}

/**
 * Opens a pool of connections to the mail server at `SMTP_URL`. Nothing is requeued inside: whoever asks decides when to
 * try again, so that a mail is never sent twice by two memories of it.
 */
export function openMailTransport({ url, from, timeoutMilliseconds }: TransportOptions): MailTransport {
  const timeout = timeoutMilliseconds ?? answerTimeout;
  const sender = readSender(from);
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: parallelDeliveries,
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    deliver: async (mail) => {
      const overall = new Promise<Delivery>((resolve) => {
        const answer: Delivery = {
          outcome: "deferred",
          reason: "the mail server took too long",
          serverAway: true,
        };
        setTimeout(() => resolve(answer), timeout * 3).unref();
      });
      const sending = pool.sendMail(toMessage(mail, sender)).then(
        (): Delivery => ({ outcome: "sent" }),
        (error: SmtpError) => toDelivery(error),
      );
      return Promise.race([sending, overall]);
    },
    close: () => pool.close(),
  };
}

function toMessage(mail: OutgoingMail, sender: { name: string; address: string }) {
  const name = mail.fromName ? `${mail.fromName} (${sender.name || sender.address})` : sender.name;
  return {
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    from: { name, address: sender.address },
    to: { name: "", address: mail.recipient },
    ...(mail.replyTo !== undefined && { replyTo: { name: "", address: mail.replyTo } }),
    envelope: { from: sender.address, to: mail.recipient },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}

import { sql } from "#/db/sql";

/** What became of a mail: it waits for its first try, waits for another after a failure, has left, or was given up. */
export type MailDelivery =
  | { readonly state: "waiting" }
  | { readonly state: "retrying"; readonly reason: string }
  | { readonly state: "sent"; readonly at: Date | null }
  | { readonly state: "failed"; readonly reason: string };

/** The columns of a mail called `m` that {@link toDelivery} reads. */
export const deliveryColumns = sql`m.status as "mailStatus", m.last_error as "mailError", m.attempts as "mailAttempts", m.sent_at as "mailSentAt"`;

type DeliveryColumns = {
  readonly mailStatus: "queued" | "sent" | "failed" | null;
  readonly mailError: string | null;
  readonly mailAttempts: number | null;
  readonly mailSentAt: Date | null;
};

/** Reads the delivery of a mail from its columns; nothing when there is no mail. */
export function toDelivery({ mailStatus, mailError, mailSentAt }: DeliveryColumns): MailDelivery | null {
  if (mailStatus === null) return null;
  if (mailStatus === "sent") return { state: "sent", at: mailSentAt };
  if (mailStatus === "failed") return { state: "failed", reason: mailError ?? "" };
  return mailError === null ? { state: "waiting" } : { state: "retrying", reason: mailError };
}

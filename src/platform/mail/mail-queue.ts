import type { Unit } from "#/db/act-as";
import { sql } from "#/db/sql";

/** A queued mail, taken for a while by one worker. */
export type ClaimedMail = {
  readonly id: string;
  readonly organisationId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly recipient: string;
  readonly sealedContent: Uint8Array;
  readonly createdAt: Date;
  /** Tries including this one. */
  readonly attempts: number;
  /** Since it was queued, by the database's clock. */
  readonly ageSeconds: number;
};

/** What becomes of a mail after a try. */
export type MailSettlement =
  | { readonly status: "sent" }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "queued"; readonly reason: string; readonly pauseSeconds: number };

/**
 * Takes up to `limit` mails whose time has come, for `leaseSeconds`: nobody else takes them meanwhile, and should this
 * process die they come free again by themselves.
 */
export function claimMails(unit: Unit, limit: number, leaseSeconds: number): Promise<ClaimedMail[]> {
  return unit.rows<ClaimedMail>(sql`
    update mail_message m set attempts = m.attempts + 1, next_attempt_at = app_now() + make_interval(secs => ${leaseSeconds}::float8)
    from (select id from mail_message where status = 'queued' and next_attempt_at <= app_now()
      order by next_attempt_at limit ${limit} for update skip locked) due
    where m.id = due.id
    returning m.id, m.organisation_id as "organisationId", m.subject_kind as "subjectKind", m.subject_id as "subjectId",
      m.recipient, m.sealed_content as "sealedContent", m.created_at as "createdAt", m.attempts,
      extract(epoch from app_now() - m.created_at)::float8 as "ageSeconds"`);
}

/** Writes how a try ended; the content goes once it is no longer needed. Changes nothing when the mail is settled already. */
export async function settleMail(unit: Unit, id: string, settlement: MailSettlement): Promise<boolean> {
  if (settlement.status === "queued") {
    return (
      (await unit.execute(sql`
        update mail_message set last_error = ${settlement.reason},
          next_attempt_at = app_now() + make_interval(secs => ${settlement.pauseSeconds}::float8)
        where id = ${id}::uuid and status = 'queued'`)) === 1
    );
  }
  const reason = settlement.status === "failed" ? settlement.reason : null;
  return (
    (await unit.execute(sql`
      update mail_message set status = ${settlement.status}::"MailStatus", sealed_content = null, last_error = ${reason},
        sent_at = case when ${settlement.status} = 'sent' then app_now() end
      where id = ${id}::uuid and status = 'queued'`)) === 1
  );
}

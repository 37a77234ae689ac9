import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";

/** Keeps other sendings of this provider waiting until the end of the transaction, so that no limit is passed in parallel. */
export async function lockSending(tx: ScopedTx): Promise<void> {
  const provider = `partnership invitations of ${scopeOf(tx)}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${provider}, 0))`);
}

/** How many invitations the portal has queued for the acting provider in the last hour, and to one address in a day. */
export async function countRecentMails(
  tx: ScopedTx,
  recipient: string,
): Promise<{ readonly lastHour: number; readonly lastDayToAddress: number }> {
  const [counts] = await tx.rows<{ lastHour: number; lastDayToAddress: number }>(sql`
    select count(*) filter (where created_at > ${tx.now}::timestamptz - interval '1 hour')::int as "lastHour",
      count(*) filter (where recipient = ${recipient})::int as "lastDayToAddress"
    from mail_message
    where organisation_id = ${scopeOf(tx)}::uuid and subject_kind = 'partnership_invitation'
      and created_at > ${tx.now}::timestamptz - interval '1 day'`);
  return counts ?? { lastHour: 0, lastDayToAddress: 0 };
}

/** Who writes an invitation: the person's own address, and the company in whose name. */
export type Sender = { readonly email: string; readonly companyName: string };

/** The acting person as the sender of a mail. */
export async function loadSender(tx: ScopedTx): Promise<Sender> {
  const [sender] = await tx.rows<Sender>(sql`
    select u.email, o.company_name as "companyName" from user_account u, organisation o
    where u.id = ${userOf(tx).userId}::uuid and o.id = ${scopeOf(tx)}::uuid`);
  if (!sender) throw new Error("the acting person has no record");
  return sender;
}

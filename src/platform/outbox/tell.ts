import type { Unit } from "#/db/act-as";
import { sql } from "#/db/sql";
import type { Role } from "#/domain/authorisation/roles";
import { newId } from "#/domain/kernel/ids";
import { composeMail, type MailDraft } from "#/domain/kernel/mail";
import { isLocale, type Locale } from "../i18n/messages";
import type { ConsumerTx } from "./relay";

/** A notice for the bell of the people of one organisation who hold one of the roles. */
export type Notice = {
  readonly organisationId: string;
  /** Its text is `notices.<type>`. */
  readonly type: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  readonly roles: readonly Role[];
};

/** Puts a notice into the bell. */
export async function tellInBell(unit: Unit, notice: Notice): Promise<void> {
  await unit.db.notification.createMany({ data: [{ id: newId(), ...notice, roles: [...notice.roles] }] });
}

/** Queues a mail in the name of an organisation; throws when the mail cannot be composed, since nobody could correct it here. */
export async function tellByMail(tx: ConsumerTx, organisationId: string, draft: MailDraft): Promise<void> {
  const mail = composeMail(draft, tx.services.seal);
  if (!mail.ok) throw new Error(`the mail cannot be composed: ${mail.failure.field} ${mail.failure.code}`);
  const { sealedContent, ...columns } = mail.value;
  await tx.unit.db.mailMessage.createMany({
    data: [{ ...columns, organisationId, sealedContent: new Uint8Array(sealedContent) }],
  });
}

/** A person to write to, in the language to do it in. */
export type Addressee = { readonly name: string; readonly email: string; readonly language: Locale };

/** The active people of an organisation who hold one of the roles, each once, with their own or else their organisation's language. */
export async function peopleWithRole(
  unit: Unit,
  organisationId: string,
  roles: readonly Role[],
): Promise<readonly Addressee[]> {
  const rows = await unit.rows<{ name: string; email: string; language: string }>(sql`
    select u.first_name || ' ' || u.last_name as name, u.email, coalesce(u.language, o.language) as language
    from membership m
    join user_account u on u.id = m.user_id and u.status = 'active'
    join organisation o on o.id = m.organisation_id
    where m.organisation_id = ${organisationId}::uuid and m.status = 'active' and m.roles && ${[...roles]}::text[]
    order by u.email`);
  return rows.map((row) => ({ ...row, language: isLocale(row.language) ? row.language : "en" }));
}

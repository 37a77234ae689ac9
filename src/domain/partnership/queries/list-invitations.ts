import { z } from "zod";
import { decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { empty, type Sql, sql } from "#/db/sql";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { deliveryColumns, type MailDelivery, toDelivery } from "../delivery";
import { invitationPathOf } from "../invitation-text";
import { type InvitationStatus, statusAt } from "../model";
import { refusalCodeFrom } from "../refusals";

/** One row of **Pending invitations**, with everything its sender may want to know (G9). */
export type InvitationSummary = {
  readonly id: string;
  readonly status: InvitationStatus;
  readonly recipientEmail: string | null;
  readonly reusable: boolean;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly sentAt: Date | null;
  readonly openedAt: Date | null;
  readonly acceptedByName: string | null;
  readonly acceptanceCount: number;
  /** Why the last try to accept was refused, or that somebody declined. */
  readonly lastRefusal: { readonly code: ReturnType<typeof refusalCodeFrom>; readonly at: Date } | null;
  /** The newest mail by the portal; nothing when it sent none. */
  readonly delivery: MailDelivery | null;
  /** The personal link; only of open invitations. */
  readonly link: string | null;
};

type Row = Omit<InvitationSummary, "lastRefusal" | "delivery" | "link"> & {
  readonly lastRefusalCode: string | null;
  readonly lastRefusalAt: Date | null;
  readonly tokenSealed: Buffer;
} & Parameters<typeof toDelivery>[0];

/** Which invitations are listed: those still open, or all. */
export const invitationViews = ["open", "all"] as const;

/** The acting provider's invitations, newest first, a page at a time (S-04 **Pending invitations**). */
export const listInvitations = defineQuery({
  name: "partnership.list_invitations",
  access: "partnership.request",
  input: z.strictObject({
    view: z.enum(invitationViews).default("open"),
    cursor: z.string().max(2_000).optional(),
  }),
  run: async (tx, { view, cursor: cursorText }) => {
    const filters = { list: "invitations", view };
    const cursor = decodeCursor(cursorText, filters);
    const backwards = cursor?.direction === "previous";
    const seek = !cursor
      ? empty
      : backwards
        ? sql`and (i.created_at > ${cursor.sort}::timestamptz or (i.created_at = ${cursor.sort}::timestamptz and i.id < ${cursor.id}::uuid))`
        : sql`and (i.created_at < ${cursor.sort}::timestamptz or (i.created_at = ${cursor.sort}::timestamptz and i.id > ${cursor.id}::uuid))`;
    const order = backwards ? sql`order by i.created_at, i.id desc` : sql`order by i.created_at desc, i.id`;
    const shown =
      view === "open"
        ? sql`and i.status in ('draft', 'sent', 'opened') and i.expires_at > ${tx.now}::timestamptz`
        : empty;
    const rows = await readPage(tx, sql`${shown} ${seek}`, order);
    const items = rows.map((row) => ({ ...toSummary(tx, row), sort: row.createdAt.toISOString() }));
    return ok<Page<InvitationSummary>>(toPage(items, defaultPageSize, cursor, filters));
  },
});

function readPage(tx: ScopedTx, conditions: Sql, order: Sql): Promise<Row[]> {
  return tx.rows<Row>(sql`
    select i.id, i.status, i.recipient_email as "recipientEmail", i.reusable, i.created_by_name as "createdByName",
      i.created_at as "createdAt", i.expires_at as "expiresAt", i.sent_at as "sentAt", i.opened_at as "openedAt",
      i.accepted_by_name as "acceptedByName", i.acceptance_count as "acceptanceCount", i.last_refusal_code as "lastRefusalCode",
      i.last_refusal_at as "lastRefusalAt", i.token_sealed as "tokenSealed", ${deliveryColumns}
    from (select * from partnership_invitation i where i.provider_id = ${scopeOf(tx)}::uuid ${conditions}
      ${order} limit ${defaultPageSize + 1}) i
    left join lateral (select * from mail_message m where m.subject_id = i.id and m.organisation_id = ${scopeOf(tx)}::uuid
      order by m.created_at desc limit 1) m on true
    ${order}`);
}

function toSummary(tx: ScopedTx, row: Row): InvitationSummary {
  const {
    lastRefusalCode,
    lastRefusalAt,
    tokenSealed,
    mailStatus,
    mailError,
    mailAttempts,
    mailSentAt,
    ...rest
  } = row;
  const status = statusAt(row, tx.now);
  const isOpen = status === row.status && ["draft", "sent", "opened"].includes(status);
  const lastRefusal =
    lastRefusalCode && lastRefusalAt ? { code: refusalCodeFrom(lastRefusalCode), at: lastRefusalAt } : null;
  const delivery = toDelivery({ mailStatus, mailError, mailAttempts, mailSentAt });
  const link = isOpen ? tx.services.portalAddress(invitationPathOf(tx.services.unseal(tokenSealed))) : null;
  return { ...rest, status, lastRefusal, delivery, link };
}

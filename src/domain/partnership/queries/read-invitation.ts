import { z } from "zod";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { deliveryColumns, type MailDelivery, toDelivery } from "../delivery";
import { invitationPathOf, showLink } from "../invitation-text";
import { type InvitationStatus, isOpen, statusAt } from "../model";
import { loadSender } from "../sending-store";
import { findOwnInvitation, loadOwnCompany, type OwnCompany, type OwnInvitation } from "../store";

/** One invitation with its personal link, for the page its sender works on. */
export type InvitationDraft = {
  readonly invitation: Omit<OwnInvitation, "link" | "emailText">;
  readonly status: InvitationStatus;
  /** The personal link; nothing once the invitation has ended. */
  readonly link: string | null;
  /** The text as saved, with the link in it; nothing while it is the standard draft, or once the invitation has ended. */
  readonly text: string | null;
  readonly provider: OwnCompany;
  readonly senderName: string;
  readonly senderEmail: string;
  /** Every mail the portal made of it, newest first, at most 20. */
  readonly deliveries: readonly SentMail[];
};

/** One mail of an invitation. */
export type SentMail = {
  readonly recipient: string;
  readonly queuedAt: Date;
  readonly delivery: MailDelivery;
};

/** The draft e-mail of an own invitation (S-05, span 146). A foreign one is not found (R1). */
export const readInvitation = defineQuery({
  name: "partnership.read_invitation",
  access: "partnership.request",
  input: z.strictObject({ invitationId: idSchema }),
  run: async (tx, { invitationId }) => {
    const found = await findOwnInvitation(tx, invitationId, (token) =>
      tx.services.portalAddress(invitationPathOf(token)),
    );
    if (!found) return notFound();
    const { link, emailText, ...invitation } = found;
    const status = statusAt(invitation, tx.now);
    const shown = isOpen(status);
    return ok<InvitationDraft>({
      invitation,
      status,
      link: shown ? link : null,
      text: shown && emailText !== null ? showLink(emailText, link) : null,
      provider: await loadOwnCompany(tx),
      senderName: userOf(tx).name,
      senderEmail: (await loadSender(tx)).email,
      deliveries: await readDeliveries(tx, invitationId),
    });
  },
});

async function readDeliveries(tx: ScopedTx, invitationId: string): Promise<readonly SentMail[]> {
  const rows = await tx.rows<{ recipient: string; queuedAt: Date } & Parameters<typeof toDelivery>[0]>(sql`
    select m.recipient, m.created_at as "queuedAt", ${deliveryColumns} from mail_message m
    where m.organisation_id = ${scopeOf(tx)}::uuid and m.subject_id = ${invitationId}::uuid
    order by m.created_at desc limit 20`);
  return rows.flatMap(({ recipient, queuedAt, ...columns }) => {
    const delivery = toDelivery(columns);
    return delivery ? [{ recipient, queuedAt, delivery }] : [];
  });
}

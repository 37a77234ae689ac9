import { z } from "zod";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { parseEmailAddress } from "../kernel/email-address";
import { conflict, type Failure, invalid, notFound } from "../kernel/failure";
import type { FieldProblem } from "../kernel/field-problem";
import { idSchema } from "../kernel/ids";
import { ok, type Result } from "../kernel/result";
import { daysLater, expiryDaysSchema } from "./expiry";
import { hideLink, invitationPathOf, parseInvitationText } from "./invitation-text";
import {
  type InvitationLanguage,
  type InvitationStatus,
  invitationLanguages,
  isOpen,
  statusAt,
} from "./model";
import { findOwnInvitation, type OwnInvitation } from "./store";

/** What the page of an invitation sends with each of its buttons. Empty means none; `keep` leaves the expiry as it is. */
export const draftFields = {
  invitationId: idSchema,
  version: z.number().int(),
  recipient: z.string().max(400),
  text: z.string().max(60_000),
  language: z.enum(invitationLanguages),
  expiryDays: z.union([z.literal("keep"), expiryDaysSchema]),
  reusable: z.boolean(),
};

/** The input of an operation on an invitation's draft. */
export type DraftInput = z.output<z.ZodObject<typeof draftFields>>;

/** A draft that holds: its invitation, and the values to store. */
export type ParsedDraft = {
  readonly invitation: OwnInvitation;
  readonly recipient: string | null;
  readonly text: string;
  readonly language: InvitationLanguage;
  readonly expiresAt: Date;
  readonly reusable: boolean;
};

/**
 * Finds the acting provider's invitation and checks what was entered: open, not changed meanwhile, the address one that
 * can be mailed, the text with its personal link whole (span 149), the expiry in the future, single use only while nobody
 * has accepted.
 */
export async function parseDraft(tx: ScopedTx, input: DraftInput): Promise<Result<ParsedDraft>> {
  const invitation = await findOwnInvitation(tx, input.invitationId, (token) =>
    tx.services.portalAddress(invitationPathOf(token)),
  );
  if (!invitation) return notFound();
  const status = statusAt(invitation, tx.now);
  if (!isOpen(status)) return closedInvitation(status);
  if (invitation.version !== input.version) return conflict("conflict.stale");
  const problems: FieldProblem[] = [];
  const recipient = input.recipient.trim() === "" ? null : parseEmailAddress("recipient", input.recipient);
  if (recipient && !recipient.ok) problems.push(recipient.failure);
  const text = parseInvitationText(input.text, invitation.link);
  if (!text.ok) problems.push(text.failure);
  const expiresAt = wantedExpiry(invitation, input.expiryDays);
  if (expiresAt <= tx.now) problems.push({ field: "expiryDays", code: "partnership.expiry_past" });
  if (!input.reusable && invitation.reusable && invitation.acceptanceCount > 0) {
    problems.push({ field: "reusable", code: "partnership.single_use_too_late" });
  }
  if (!text.ok || problems.length > 0) return invalid(...problems);
  return ok({
    invitation,
    recipient: recipient?.ok ? recipient.value.address : null,
    text: text.value,
    language: input.language,
    expiresAt,
    reusable: input.reusable,
  });
}

function wantedExpiry(invitation: OwnInvitation, choice: DraftInput["expiryDays"]): Date {
  return choice === "keep" ? invitation.expiresAt : daysLater(invitation.createdAt, choice);
}

/** The refusal to change an invitation that has ended; says how it ended. */
export function closedInvitation(status: InvitationStatus): {
  readonly ok: false;
  readonly failure: Failure;
} {
  return conflict(`partnership.invitation_already_${status}`);
}

/**
 * Stores a draft, and with `share` that its link was given away. Gives the new version, or a conflict when somebody
 * changed the invitation meanwhile; that somebody looks at its page is no change.
 */
export async function storeDraft(
  tx: ScopedTx,
  draft: ParsedDraft,
  { share }: { readonly share: boolean },
): Promise<Result<{ readonly version: number }>> {
  const { invitation, recipient, text, language, expiresAt, reusable } = draft;
  const [stored] = await tx.rows<{ version: number }>(sql`
    update partnership_invitation set recipient_email = ${recipient}, email_text = ${hideLink(text, invitation.link)},
      language = ${language}, expires_at = ${expiresAt}, reusable = ${reusable}, version = version + 1,
      status = case when ${share} and status = 'draft' then 'sent'::"InvitationStatus" else status end,
      sent_at = case when ${share} then app_now() else sent_at end
    where provider_id = ${scopeOf(tx)}::uuid and id = ${invitation.id}::uuid and version = ${invitation.version}
      and status in ('draft', 'sent', 'opened')
    returning version`);
  if (!stored) return conflict("conflict.stale");
  tx.audit({
    resourceType: "partnership_invitation",
    resourceId: invitation.id,
    before: auditedValues({ ...invitation, recipient: invitation.recipientEmail }),
    after: { ...auditedValues(draft), shared: share },
  });
  return ok({ version: stored.version });
}

type AuditedValues = Pick<ParsedDraft, "recipient" | "reusable" | "expiresAt"> & {
  readonly language: string;
};

function auditedValues({ recipient, language, reusable, expiresAt }: AuditedValues): AuditedValues {
  return { recipient, language, reusable, expiresAt };
}

import { z } from "zod";
import { type ScopedTx, userOf } from "#/db/scoped-tx";
import { invalid, rejected } from "../../kernel/failure";
import { composeMail } from "../../kernel/mail";
import { ok, type Result } from "../../kernel/result";

import { defineOperation } from "../../operation";
import { draftFields, parseDraft, storeDraft } from "../invitation-draft";
import { sendLimits } from "../model";
import { countRecentMails, loadSender, lockSending } from "../sending-store";

/**
 * Saves the draft and queues it as a mail to its recipient: it leaves after the commit, or waits and leaves later when
 * the mail server is away. At most 50 an hour for one provider and 3 a day to one address (S10); the answer goes to the
 * sender's own address.
 */
export const sendInvitation = defineOperation({
  name: "partnership.send_invitation",
  access: "partnership.request",
  input: z.strictObject({ ...draftFields, subject: z.string().max(400) }),
  run: async (tx, { subject, ...input }) => {
    const draft = await parseDraft(tx, input);
    if (!draft.ok) return draft;
    const { recipient, text, invitation } = draft.value;
    if (recipient === null) return invalid({ field: "recipient", code: "partnership.recipient_required" });
    const sender = await loadSender(tx);
    const mail = composeMail(
      {
        subjectKind: "partnership_invitation",
        subjectId: invitation.id,
        recipient,
        content: {
          subject,
          text,
          language: draft.value.language,
          fromName: `${userOf(tx).name}, ${sender.companyName}`,
          replyTo: sender.email,
        },
      },
      tx.services.seal,
    );
    if (!mail.ok) return invalid(mail.failure);
    const allowed = await withinLimits(tx, recipient);
    if (!allowed.ok) return allowed;
    const stored = await storeDraft(tx, draft.value, { share: true });
    if (!stored.ok) return stored;
    tx.mail(mail.value);
    return ok({ ...stored.value, recipient });
  },
});

async function withinLimits(tx: ScopedTx, recipient: string): Promise<Result<undefined>> {
  await lockSending(tx);
  const recent = await countRecentMails(tx, recipient);
  const { perHour, perDayAndAddress } = sendLimits;
  if (recent.lastHour >= perHour) return rejected("partnership.too_many_invitations", { limit: perHour });
  if (recent.lastDayToAddress >= perDayAndAddress) {
    return rejected("partnership.too_many_to_address", { limit: perDayAndAddress, address: recipient });
  }
  return ok(undefined);
}

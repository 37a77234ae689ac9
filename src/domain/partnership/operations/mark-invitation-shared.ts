import { z } from "zod";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { draftFields, parseDraft, storeDraft } from "../invitation-draft";

/** The ways a sender gives the link away without the portal's own mail (spans 147, 148). */
export const sharedBy = ["email", "copy", "done"] as const;

/**
 * Saves the draft and notes that its link was given away: opened in a mail program, copied, or closed with **Done**. The
 * invitation is sent from then on. Harmless when repeated.
 */
export const markInvitationShared = defineOperation({
  name: "partnership.mark_invitation_shared",
  access: "partnership.request",
  input: z.strictObject({ ...draftFields, via: z.enum(sharedBy) }),
  run: async (tx, { via, ...input }) => {
    const draft = await parseDraft(tx, input);
    if (!draft.ok) return draft;
    const stored = await storeDraft(tx, draft.value, { share: true });
    return stored.ok ? ok({ ...stored.value, via }) : stored;
  },
});

import { z } from "zod";
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
  run: async (tx, { via: _, ...input }) => {
    const draft = await parseDraft(tx, input);
    return draft.ok ? storeDraft(tx, draft.value, { share: true }) : draft;
  },
});

import { z } from "zod";
import { defineOperation } from "../../operation";
import { draftFields, parseDraft, storeDraft } from "../invitation-draft";

/** Saves recipient, text, language, expiry and use of an open invitation; sends nothing and shares nothing (S-05). */
export const updateInvitationDraft = defineOperation({
  name: "partnership.update_invitation_draft",
  access: "partnership.request",
  input: z.strictObject(draftFields),
  run: async (tx, input) => {
    const draft = await parseDraft(tx, input);
    return draft.ok ? storeDraft(tx, draft.value, { share: false }) : draft;
  },
});

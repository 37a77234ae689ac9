import { z } from "zod";
import { userOf } from "#/db/scoped-tx";
import { can } from "../../authorisation/authorise";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { decideAcceptance, whyClosed } from "../rules";
import { findInvitation, loadAcceptanceFacts, noteOpened, noteRefusal } from "../store";

/**
 * Notes for the sender that somebody signed in looked at the link, and what stands in that person's way (G9). Consumes
 * nothing, and opens nothing that has ended. Called by the page once it is shown in a browser, never by the request for it: programs that only follow links
 * leave no trace. The provider's own people leave none either, and an unknown token is answered like a known one.
 */
export const noteInvitationOpened = defineOperation({
  name: "partnership.note_invitation_opened",
  access: "own_account.manage",
  input: z.strictObject({ token: z.string().max(200) }),
  run: async (tx, { token }) => {
    const actor = userOf(tx);
    const invitation = await findInvitation(tx, token);
    if (!invitation || invitation.providerId === actor.organisationId) return ok({ noted: true });
    if (!whyClosed(invitation, tx.now)) await noteOpened(tx, token);
    const facts = await loadAcceptanceFacts(tx, invitation, can(actor, "partnership.accept"));
    const decision = decideAcceptance(facts);
    if (decision.outcome === "refused") await noteRefusal(tx, token, decision.refusal.code, false);
    tx.audit({ resourceType: "partnership_invitation", resourceId: invitation.id, after: { opened: true } });
    return ok({ noted: true });
  },
});

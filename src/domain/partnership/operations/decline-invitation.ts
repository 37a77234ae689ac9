import { z } from "zod";
import { conflict, notFound, rejected } from "../../kernel/failure";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { failureCodeOf } from "../refusals";
import { whyClosed } from "../rules";
import { findInvitation, loadOwnReseller, noteRefusal } from "../store";

/**
 * Says no for the acting reseller. A single-use invitation ends; a reusable one stays open for others, and its sender sees
 * that somebody declined. Refused when the invitation has ended or was accepted by this reseller.
 */
export const declineInvitation = defineOperation({
  name: "partnership.decline",
  access: "partnership.accept",
  input: z.strictObject({ token: z.string().max(200) }),
  run: async (tx, { token }) => {
    const invitation = await findInvitation(tx, token);
    if (!invitation) return notFound();
    const closed = whyClosed(invitation, tx.now);
    if (closed) return rejected(failureCodeOf(closed.code), closed.params);
    const { partnership } = await loadOwnReseller(tx, invitation.providerId);
    if (partnership?.invitationId === invitation.id)
      return conflict("partnership.invitation_already_accepted");
    await noteRefusal(tx, token, "declined", true);
    tx.audit({
      resourceType: "partnership_invitation",
      resourceId: invitation.id,
      after: { declined: true, providerId: invitation.providerId },
    });
    return ok({ providerName: invitation.providerName });
  },
});

import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { closedInvitation } from "../invitation-draft";
import { type InvitationStatus, statusAt } from "../model";

/**
 * Ends an open invitation of the own organisation, also a draft: from the commit on its link opens nothing. Partnerships
 * it has made stay. Refuses invitations that have ended, with how they did.
 */
export const revokeInvitation = defineOperation({
  name: "partnership.revoke_invitation",
  access: "partnership.request",
  input: z.strictObject({ invitationId: idSchema }),
  run: async (tx, { invitationId }) => {
    const revoked = await tx.execute(sql`
      update partnership_invitation set status = 'revoked', revoked_at = app_now(), version = version + 1
      where provider_id = ${scopeOf(tx)}::uuid and id = ${invitationId}::uuid and status in ('draft', 'sent', 'opened')
        and expires_at > app_now()`);
    if (revoked === 1) {
      tx.audit({
        resourceType: "partnership_invitation",
        resourceId: invitationId,
        after: { status: "revoked" },
      });
      return ok({ invitationId });
    }
    const [found] = await tx.rows<{ status: InvitationStatus; expiresAt: Date }>(sql`
      select status, expires_at as "expiresAt" from partnership_invitation
      where provider_id = ${scopeOf(tx)}::uuid and id = ${invitationId}::uuid`);
    return found ? closedInvitation(statusAt(found, tx.now)) : notFound();
  },
});

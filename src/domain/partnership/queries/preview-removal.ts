import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { removalTextVersion, typeToConfirmAbove } from "../model";
import { type Affected, countAffected } from "../removal-store";

/** What is shown before a partnership is removed: whom it concerns and what stays as it is. */
export type RemovalPreview = {
  readonly partnershipId: string;
  readonly resellerId: string;
  readonly resellerName: string;
  readonly since: Date;
  readonly affected: Affected;
  /** Open invitations that this reseller could accept again (R38). */
  readonly openInvitations: number;
  readonly mustTypeName: boolean;
  readonly textVersion: number;
};

/** Counts what a removal would leave behind (S-08). A partnership removed already, or a foreign one, is not found. */
export const previewRemoval = defineQuery({
  name: "partnership.preview_removal",
  access: "partnership.remove",
  input: z.strictObject({ partnershipId: idSchema }),
  run: async (tx, { partnershipId }) => {
    const own = scopeOf(tx);
    const [found] = await tx.rows<{
      resellerId: string;
      resellerName: string;
      since: Date;
      openInvitations: number;
    }>(sql`
      select p.reseller_id as "resellerId", p.reseller_name as "resellerName", p.created_at as since,
        (select count(*)::int from (select 1 from partnership_invitation i where i.provider_id = ${own}::uuid
          and i.status in ('draft', 'sent', 'opened') and i.expires_at > ${tx.now}::timestamptz and (i.id = p.invitation_id
            or i.accepted_by_organisation_id = p.reseller_id or split_part(i.recipient_email, '@', 2) = c.primary_domain)
          limit 100) counted) as "openInvitations"
      from partnership p join partner_card c on c.viewer_id = ${own}::uuid and c.subject_id = p.reseller_id
      where p.provider_id = ${own}::uuid and p.id = ${partnershipId}::uuid and p.state = 'active'`);
    if (!found) return notFound();
    const affected = await countAffected(tx, found.resellerId);
    return ok<RemovalPreview>({
      ...found,
      partnershipId,
      affected,
      mustTypeName: affected.subscriptions > typeToConfirmAbove,
      textVersion: removalTextVersion,
    });
  },
});

import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** A partner of the acting customer, as its public profile tells (R5). */
export type OwnPartner = {
  readonly organisationId: string;
  readonly companyName: string;
  readonly country: string;
  readonly kind: "indirect_provider" | "indirect_reseller";
  readonly partnerId: string | null;
  readonly supportEmail: string | null;
  readonly supportTelephone: string | null;
  readonly supportWebsite: string | null;
  /** For an associated reseller, the provider it works with; `null` for a provider. */
  readonly throughName: string | null;
  readonly since: Date;
};

/** A customer has few partners; more than this are not shown. */
const partnersMax = 200;

/**
 * The partners that have a reseller relationship with the acting customer: the providers that sell to it, and the
 * resellers associated with it (S-26 **Partner relationships**, C4, R5). One statement.
 */
export const listOwnPartners = defineQuery({
  name: "customer.list_own_partners",
  access: "partner_relationship.list",
  input: z.strictObject({}),
  run: async (tx) => {
    const own = sql`${scopeOf(tx)}::uuid`;
    return ok(
      await tx.rows<OwnPartner>(
        sql`select card.subject_id as "organisationId", card.company_name as "companyName", card.country, card.kind,
            card.partner_id as "partnerId", card.support_email as "supportEmail", card.support_telephone as "supportTelephone",
            card.support_website as "supportWebsite", through.company_name as "throughName", c.created_at as since
          from customer c
          cross join lateral (values (c.provider_id, null::uuid), (c.reseller_id, c.provider_id)) as partner (id, through_id)
          join partner_card card on card.viewer_id = ${own} and card.subject_id = partner.id
          left join partner_card through on through.viewer_id = ${own} and through.subject_id = partner.through_id
          where c.tenant_id = ${own} and c.relationship = 'active'
          order by c.created_at, card.kind, card.company_name limit ${partnersMax}`,
        "own-partners",
      ),
    );
  },
});

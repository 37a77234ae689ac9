import { z } from "zod";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { PartnershipState } from "../model";

/** One partnership as one of its two sides sees it: the other company, and since when. */
export type PartnershipDetails = {
  readonly id: string;
  readonly state: PartnershipState;
  readonly partnerOrganisationId: string;
  readonly partnerName: string;
  readonly partnerCountry: string;
  readonly partnerDomain: string;
  readonly partnerPartnerId: string | null;
  readonly partnerSupportEmail: string | null;
  readonly since: Date;
  readonly removedAt: Date | null;
};

const input = z.strictObject({ partnershipId: idSchema });

/** A partnership of the acting provider with one reseller, also a removed one. A foreign one is not found (R1). */
export const readReseller = defineQuery({
  name: "partnership.read_reseller",
  access: "partnership.list",
  input,
  run: async (tx, { partnershipId }) => {
    const found = await findPartnership(tx, partnershipId);
    return found ? ok(found) : notFound();
  },
});

/** A partnership of the acting reseller with one provider, also a removed one. A foreign one is not found. */
export const readProvider = defineQuery({
  name: "partnership.read_provider",
  access: "provider.list",
  input,
  run: async (tx, { partnershipId }) => {
    const found = await findPartnership(tx, partnershipId);
    return found ? ok(found) : notFound();
  },
});

async function findPartnership(tx: ScopedTx, id: string): Promise<PartnershipDetails | undefined> {
  const isProvider = userOf(tx).organisationKind === "indirect_provider";
  const own = isProvider ? sql`p.provider_id` : sql`p.reseller_id`;
  const other = isProvider ? sql`p.reseller_id` : sql`p.provider_id`;
  const name = isProvider ? sql`p.reseller_name` : sql`p.provider_name`;
  const [found] = await tx.rows<PartnershipDetails>(sql`
    select p.id, p.state, ${other} as "partnerOrganisationId", ${name} as "partnerName", c.country as "partnerCountry",
      c.primary_domain as "partnerDomain", c.partner_id as "partnerPartnerId", c.support_email as "partnerSupportEmail",
      p.created_at as since, p.removed_at as "removedAt"
    from partnership p join partner_card c on c.viewer_id = ${scopeOf(tx)}::uuid and c.subject_id = ${other}
    where ${own} = ${scopeOf(tx)}::uuid and p.id = ${id}::uuid`);
  return found;
}

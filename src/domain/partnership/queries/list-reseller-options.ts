import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { ProgramStatus } from "../../organisation/program-status";
import { type ResellerStanding, resellerStanding } from "../reseller-standing";

/** One reseller to choose in a selector. */
export type ResellerOption = {
  /** The reseller's organisation. */
  readonly organisationId: string;
  readonly name: string;
  readonly partnerId: string;
  readonly standing: ResellerStanding;
};

/** A selector holds at most so many. */
export const resellerOptionsMax = 2_000;

/**
 * The resellers a provider can name in new business, by name: active partnerships only, so a removed reseller is gone from
 * every selector at once (R21, R36). Empty for organisations that are no provider.
 */
export const listResellerOptions = defineQuery({
  name: "partnership.list_reseller_options",
  access: "customer.list",
  input: z.strictObject({}),
  run: async (tx) => {
    const own = scopeOf(tx);
    const rows = await tx.rows<
      Omit<ResellerOption, "standing"> & { programStatus: ProgramStatus; agreementSignedAt: Date | null }
    >(sql`
      select p.reseller_id as "organisationId", p.reseller_name as name, p.reseller_partner_id as "partnerId",
        c.program_status as "programStatus", c.agreement_signed_at as "agreementSignedAt"
      from partnership p join partner_card c on c.viewer_id = ${own}::uuid and c.subject_id = p.reseller_id
      where p.provider_id = ${own}::uuid and p.state = 'active'
      order by p.reseller_search_text, p.id limit ${resellerOptionsMax}`);
    return ok<readonly ResellerOption[]>(
      rows.map(({ programStatus, agreementSignedAt, ...option }) => ({
        ...option,
        standing: resellerStanding({ programStatus, agreementSignedAt, partnerId: option.partnerId }),
      })),
    );
  },
});

import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { invalid } from "../../kernel/failure";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { findPartnerIdRefusal, isPartnerId } from "../reseller-of-record";
import { findStanding } from "../store";

/** A reseller that can be named reseller of record. */
export type VerifiedReseller = {
  readonly partnerId: string;
  readonly companyName: string;
  readonly country: string;
};

/**
 * Answers **Verify** for a partner id typed by a provider: the reseller behind it, or one of `partnerIdRefusals` as the
 * problem of `partnerId`, with what to pass on to the reseller (S-20, R23, R24, R98; span 142).
 */
export const verifyReseller = defineQuery({
  name: "subscription.verify_reseller",
  access: "reseller_of_record.set",
  input: z.strictObject({ partnerId: z.string().max(200) }),
  run: async (tx, { partnerId: typed }) => {
    const id = typed.trim();
    const problem = (code: string, name: string) =>
      invalid({ field: "partnerId", code, params: { id, name } });
    if (!isPartnerId(id)) return problem("partner_id.malformed", id);
    const [provider] = await tx.rows<{ id: string; cspRegion: string }>(
      sql`select id, csp_region as "cspRegion" from organisation where id = ${scopeOf(tx)}::uuid`,
    );
    if (!provider) throw new Error("the acting organisation has no record");
    const standing = await findStanding(tx, id);
    const refusal = findPartnerIdRefusal(standing, provider);
    if (refusal || standing === null)
      return problem(refusal ?? "partner_id.unknown", standing?.companyName ?? id);
    const { partnerId, companyName, country } = standing;
    return ok<VerifiedReseller>({ partnerId, companyName, country });
  },
});

import { z } from "zod";
import { sql } from "#/db/sql";
import { invalid } from "../../kernel/failure";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { parseDomainPrefix } from "../domain-prefix";

/** Whether the domain a prefix makes is free for a new customer (S-10). Says nothing of who has it. */
export const checkDomain = defineQuery({
  name: "customer.check_domain",
  access: "customer.create",
  input: z.strictObject({ prefix: z.string().max(2000) }),
  run: async (tx, { prefix }) => {
    const parsed = parseDomainPrefix("domainPrefix", prefix, tx.services.tenantDomainSuffix());
    if (!parsed.ok) return invalid(parsed.failure);
    const { domain } = parsed.value;
    const [answer] = await tx.rows<{ isFree: boolean }>(
      sql`select domain_is_free(${domain}) as "isFree"`,
      "domain-is-free",
    );
    return ok({ domain, isFree: answer?.isFree ?? false });
  },
});

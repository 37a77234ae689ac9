import { z } from "zod";
import { can } from "../../authorisation/authorise";
import type { FieldProblem } from "../../kernel/field-problem";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { accountInfoInput } from "../account-info-input";
import { domainToAsk, judgeAccountInfo } from "../creation-rules";
import { readCreationFacts } from "../creation-store";

/** What **Next** finds in the **Account info** step. Without problems the step is done; warnings may be kept (R61). */
export type CheckedAccountInfo = {
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
};

/**
 * Judges the **Account info** step as `customer.create` will, and writes nothing (S-10, R20, R40, R42, R50, R60–R64).
 * Roles that cannot attest are told so at the agreement (R51).
 */
export const checkAccountInfo = defineQuery({
  name: "customer.check_account_info",
  access: "customer.create",
  input: z.strictObject({ account: accountInfoInput }),
  run: async (tx, { account }) => {
    const domainSuffix = tx.services.tenantDomainSuffix();
    const domain = domainToAsk(account.domainPrefix, domainSuffix);
    const facts = await readCreationFacts(tx, {
      domain,
      resellerId: account.resellerId,
      language: account.language,
    });
    const judged = judgeAccountInfo(account, facts, { now: tx.now, domainSuffix });
    const mayChoose = account.agreement.method === "direct" || can(tx.actor, "agreement.attest");
    const barred = mayChoose ? [] : [{ field: "agreement.method", code: "customer.cannot_attest" }];
    const problems = [...(judged.ok ? [] : judged.failure), ...barred];
    return ok<CheckedAccountInfo>({ problems, warnings: judged.ok ? judged.value.warnings : [] });
  },
});

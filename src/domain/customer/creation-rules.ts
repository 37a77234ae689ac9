import type { Actor } from "../authorisation/actor";
import { can, rolesThatMay } from "../authorisation/authorise";
import { forbidden, invalid, rejected } from "../kernel/failure";
import type { FieldProblem } from "../kernel/field-problem";
import { ok, type Result } from "../kernel/result";
import { findResellerProblem } from "../ordering/reseller-standing";
import { type AccountInfo, type AccountInfoContext, parseAccountInfo } from "./account-info";
import type { AccountInfoInput } from "./account-info-input";
import type { CreationFacts } from "./creation-store";

/** The domain a typed prefix would make, for the question whether it is free; `null` when it can make none. */
export function domainToAsk(prefix: string, suffix: string): string | null {
  const label = prefix.trim();
  return /^[A-Za-z0-9]{1,27}$/.test(label) ? `${label.toLowerCase()}.${suffix}` : null;
}

/** A problem of a form inside a larger one. */
export function within(form: string, problem: FieldProblem): FieldProblem {
  return { ...problem, field: `${form}.${problem.field}` };
}

/**
 * Judges the **Account info** step with everything that is known: what the form says, whether the domain is free (R40)
 * and whether the reseller may be named (R42). All problems at once.
 */
export function judgeAccountInfo(
  input: AccountInfoInput,
  facts: CreationFacts,
  context: Pick<AccountInfoContext, "now" | "domainSuffix">,
): Result<AccountInfo, readonly FieldProblem[]> {
  const parsed = parseAccountInfo(input, { ...facts, ...context });
  const taken = facts.isDomainFree ? [] : [{ field: "domainPrefix", code: "customer.domain_taken" }];
  const barred =
    input.resellerId === null
      ? undefined
      : findResellerProblem("resellerId", facts.reseller, facts.cspRegion);
  const problems = [...(parsed.ok ? [] : parsed.failure), ...taken, ...(barred ? [barred] : [])];
  return parsed.ok && problems.length === 0 ? parsed : { ok: false, failure: problems };
}

function missing(capability: "order.place" | "agreement.attest") {
  const roles = rolesThatMay("indirect_provider", capability);
  return forbidden("access.role_missing", { roles: roles.join(",") });
}

/**
 * Whether this person may create this customer now: the provider in good standing (R9, 900124), the role that attests
 * when the agreement is attested (R51), the role that orders and an accepted agreement when something is ordered (R50,
 * 13605).
 */
export function decideCreation(
  actor: Actor,
  input: { readonly account: AccountInfoInput; readonly ordersSomething: boolean },
  facts: CreationFacts,
  context: Pick<AccountInfoContext, "now" | "domainSuffix">,
): Result<AccountInfo> {
  const attests = input.account.agreement.method === "attested";
  if (attests && !can(actor, "agreement.attest")) return missing("agreement.attest");
  if (input.ordersSomething && !can(actor, "order.place")) return missing("order.place");
  if (facts.programStatus !== "active") return rejected("customer.provider_suspended");
  if (!facts.hasSignedAgreement) return rejected("customer.provider_agreement_missing");
  if (input.ordersSomething && !attests) return rejected("ordering.agreement_missing");
  if (attests && facts.agreementTemplateId === null) return rejected("customer.agreement_text_missing");
  const judged = judgeAccountInfo(input.account, facts, context);
  return judged.ok
    ? ok(judged.value)
    : invalid(...judged.failure.map((problem) => within("account", problem)));
}

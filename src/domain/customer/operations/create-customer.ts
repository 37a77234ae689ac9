import { z } from "zod";
import type { ScopedTx } from "#/db/scoped-tx";
import { can } from "../../authorisation/authorise";
import { conflict, type Failure, invalid } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { Once } from "../../kernel/once";
import { failed, ok, type Result } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { orderLinesSchema } from "../../ordering/model";
import { orderAttestation, recordOrder } from "../../ordering/operations/place-order";
import {
  type ConfirmedOrder,
  type OrderPlacement,
  toConfirmation,
  toPlacement,
} from "../../ordering/placement";
import { newBuyer } from "../../ordering/queries/price-list";
import { decideOrder } from "../../ordering/rules";
import { findOrderFacts, insertOrder } from "../../ordering/store";
import type { AccountInfo } from "../account-info";
import { accountInfoInput } from "../account-info-input";
import { decideCreation, domainToAsk, within } from "../creation-rules";
import { insertCustomer, readCreationFacts, segmentOf } from "../creation-store";
import { type NewCustomer, toNewCustomer } from "../new-customer";

const orderInput = z.strictObject({
  resellerId: idSchema.nullable(),
  lines: orderLinesSchema,
  attested: orderAttestation,
});

/** What **Confirmation** shows (S-13). The password is there once: a repeated submission finds `null` in its place. */
export type CreatedCustomer = {
  readonly customerId: string;
  readonly companyName: string;
  readonly domain: string;
  readonly administratorSignInName: string;
  readonly temporaryPassword: Once | null;
  readonly resellerName: string | null;
  readonly isAgreementAttested: boolean;
  readonly order: ConfirmedOrder | null;
};

/** Problems of the order belong to the order's part of the form; other refusals stand for the whole of it. */
function inOrder(failure: Failure): Failure {
  if (failure.kind !== "invalid") return failure;
  return { ...failure, problems: failure.problems.map((problem) => within("order", problem)) };
}

async function decideFirstOrder(
  tx: ScopedTx,
  info: AccountInfo,
  request: z.output<typeof orderInput>,
): Promise<Result<OrderPlacement>> {
  const row = newBuyer({
    country: info.address.country,
    currency: info.currency,
    segment: segmentOf(info),
    agreementStatus: "attested",
    resellerId: info.resellerId,
  });
  const facts = await findOrderFacts(tx, { row, customerId: null }, request);
  if (!facts) return conflict("conflict.stale");
  const decided = decideOrder(facts, request, tx.now);
  return decided.ok ? ok(toPlacement(decided.value, tx.now)) : failed(inOrder(decided.failure));
}

function recordCreation(tx: ScopedTx, customer: NewCustomer, info: AccountInfo): void {
  const { customerId } = customer;
  tx.audit({
    resourceType: "customer",
    resourceId: customerId,
    customerId,
    after: {
      operation: "add_customer",
      companyName: info.companyName,
      domain: info.domain.domain,
      country: info.address.country,
      tenantId: customer.tenantId,
      resellerId: info.resellerId,
      qualification: info.qualification,
      agreement: info.agreement.method,
      administrator: customer.administratorSignInName,
    },
  });
  const data = { customerId, tenantId: customer.tenantId, resellerId: info.resellerId };
  tx.emit({ type: "customer.created", subjectId: customerId, data });
  if (info.agreement.method === "attested") {
    tx.emit({ type: "customer.agreement_attested", subjectId: customerId, data: { customerId } });
  }
}

/**
 * Creates a customer: a new tenant with its first administrator, the provider's record of it, the attested agreement,
 * and the first order when one is given; everything in one transaction or nothing (S-10 to S-13, R40–R52, R60–R64,
 * spans 194–206). The temporary password leaves once, in the answer of the submission that created it (R11).
 */
export const createCustomer = defineOperation({
  name: "customer.create",
  access: "customer.create",
  input: z.strictObject({ account: accountInfoInput, order: orderInput.nullable() }),
  prepare: async (services) => {
    const password = services.newTemporaryPassword();
    return { password, passwordHash: await services.hashPassword(password) };
  },
  run: async (tx, { account, order }, { password, passwordHash }): Promise<Result<CreatedCustomer>> => {
    const domainSuffix = tx.services.tenantDomainSuffix();
    const domain = domainToAsk(account.domainPrefix, domainSuffix);
    const facts = await readCreationFacts(tx, {
      domain,
      resellerId: account.resellerId,
      language: account.language,
    });
    const asked = { account, ordersSomething: order !== null };
    const decided = decideCreation(tx.actor, asked, facts, { now: tx.now, domainSuffix });
    if (!decided.ok) return decided;
    const info = decided.value;
    const placement = order === null ? ok(null) : await decideFirstOrder(tx, info, order);
    if (!placement.ok) return placement;
    const { agreementTemplateId } = facts;
    const customer = toNewCustomer(info, { passwordHash, agreementTemplateId });
    if ((await insertCustomer(tx, customer, info)) === "domain_taken") {
      return invalid({ field: "account.domainPrefix", code: "customer.domain_taken" });
    }
    recordCreation(tx, customer, info);
    if (placement.value) {
      if (!(await insertOrder(tx, customer.customerId, placement.value))) return conflict("conflict.stale");
      recordOrder(tx, customer.customerId, placement.value);
    }
    return ok({
      customerId: customer.customerId,
      companyName: info.companyName,
      domain: info.domain.domain,
      administratorSignInName: customer.administratorSignInName,
      temporaryPassword: new Once(password),
      resellerName: facts.reseller?.companyName ?? null,
      isAgreementAttested: info.agreement.method === "attested",
      order: placement.value ? toConfirmation(placement.value, can(tx.actor, "pricing.read")) : null,
    });
  },
});

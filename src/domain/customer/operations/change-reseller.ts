import { z } from "zod";
import { conflict, invalid, notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { findAssociation, saveAssociation } from "../store";

/** What a changed association tells: the version of the customer now. */
export type ChangedAssociation = { readonly version: number; readonly resellerName: string | null };

/**
 * Associates a customer with another indirect reseller of the provider, or with none. The new reseller must be a partner
 * now (`customer.reseller_not_partner`); it then sees the customer and its subscriptions, and the former one no longer
 * does. Resellers of record, support contacts and admin relationships stay as they are (R3, R45). A version that is no
 * longer the newest gives `conflict.stale`.
 */
export const changeReseller = defineOperation({
  name: "customer.change_reseller",
  access: "customer.edit",
  input: z.strictObject({
    customerId: idSchema,
    version: z.int().positive(),
    /** `null` makes a direct customer of the provider (R41). */
    resellerId: idSchema.nullable(),
  }),
  run: async (tx, { customerId, version, resellerId }) => {
    const facts = await findAssociation(tx, customerId, resellerId);
    if (!facts) return notFound();
    if (facts.version !== version) return conflict("conflict.stale");
    if (facts.resellerId === resellerId)
      return ok<ChangedAssociation>({ version, resellerName: facts.resellerName });
    if (resellerId !== null && facts.wantedName === null) {
      return invalid({ field: "resellerId", code: "customer.reseller_not_partner" });
    }
    tx.audit({
      resourceType: "customer",
      resourceId: customerId,
      customerId,
      before: { resellerId: facts.resellerId, resellerName: facts.resellerName },
      after: { resellerId, resellerName: facts.wantedName },
    });
    if (!(await saveAssociation(tx, { customerId, version, resellerId }))) return conflict("conflict.stale");
    return ok<ChangedAssociation>({ version: version + 1, resellerName: facts.wantedName });
  },
});

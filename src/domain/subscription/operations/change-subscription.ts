import { z } from "zod";
import { userOf } from "#/db/scoped-tx";
import type { UserActor } from "../../authorisation/actor";
import { can, rolesThatMay } from "../../authorisation/authorise";
import type { Capability } from "../../authorisation/role-matrix";
import { calendarDateAt } from "../../kernel/calendar-date";
import { conflict, forbidden, notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { decideChange, type SubscriptionChange, type SubscriptionValues } from "../rules";
import { priceOfDecrease, priceOfIncrease, seatTermsOf, totalOf } from "../seat-price";
import { findChangeFacts, saveChange, type VersionedFacts } from "../store";

/** What a change did: the version now, and which values are new. */
export type ChangedSubscription = { readonly version: number; readonly changed: readonly string[] };

function lacking(actor: UserActor, capability: Capability) {
  if (can(actor, capability)) return undefined;
  const roles = rolesThatMay(actor.organisationKind, capability).join(",");
  return forbidden("access.role_missing", { roles });
}

/** The values of a change as the activity log and the subscription's history keep them. */
function audited(
  values: SubscriptionValues,
  changed: SubscriptionChange["changed"],
): Record<string, unknown> {
  const kept = Object.fromEntries(changed.map((name) => [name, values[name]]));
  return {
    ...kept,
    ...(changed.includes("resellerOfRecordPartnerId") && {
      resellerOfRecordName: values.resellerOfRecordName,
    }),
    ...(changed.includes("supportContactId") && { supportContactName: values.supportContactName }),
  };
}

function chargeOf(facts: VersionedFacts, { added, taken }: SubscriptionChange, now: Date): bigint | null {
  const terms = seatTermsOf(facts);
  if (!terms || (added === 0 && taken.length === 0)) return null;
  const today = calendarDateAt(now);
  const lines = added > 0 ? priceOfIncrease(terms, added, today) : priceOfDecrease(terms, taken, today);
  return totalOf(lines, terms.unitPrice).amountMinor;
}

/**
 * Changes a subscription by one **Submit**: nickname, number of licences, reseller of record and designated support
 * contact, all or none (S-20). The seats need the right to change subscriptions (A14), the reseller and the support
 * contact each their own (A16, A17). A version that is no longer the newest gives `conflict.stale` (2055); a foreign
 * subscription is not found (R2).
 */
export const changeSubscription = defineOperation({
  name: "subscription.change",
  access: "subscription.change",
  input: z.strictObject({
    subscriptionId: idSchema,
    version: z.int().positive(),
    friendlyName: z.string().max(1_000, "text.too_long").optional(),
    /** What was typed and is no number arrives as NaN, to be told together with the problems of other fields. */
    quantity: z.number().or(z.nan()).optional(),
    /** `null` for **No indirect reseller**. */
    resellerPartnerId: z.string().max(1_000, "text.too_long").nullable().optional(),
    supportContactId: idSchema.optional(),
  }),
  run: async (tx, { subscriptionId, version, ...request }) => {
    const actor = userOf(tx);
    const denied =
      (request.resellerPartnerId !== undefined && lacking(actor, "reseller_of_record.set")) ||
      (request.supportContactId !== undefined && lacking(actor, "support_contact.set"));
    if (denied) return denied;
    const facts = await findChangeFacts(tx, subscriptionId, request);
    if (!facts) return notFound();
    if (facts.version !== version) return conflict("conflict.stale");
    const decision = decideChange(facts, request, tx.now);
    if (!decision.ok) return decision;
    const { values, changed } = decision.value;
    const entry = { resourceType: "subscription", resourceId: subscriptionId, customerId: facts.customerId };
    tx.audit({ ...entry, before: audited(facts.current, changed), after: audited(values, changed) });
    if (changed.length === 0) return ok<ChangedSubscription>({ version, changed });
    const saved = { subscriptionId, version, before: facts.current, change: decision.value };
    const chargeMinor = chargeOf(facts, decision.value, tx.now);
    if (!(await saveChange(tx, { ...saved, chargeMinor }))) return conflict("conflict.stale");
    return ok<ChangedSubscription>({ version: version + 1, changed });
  },
});

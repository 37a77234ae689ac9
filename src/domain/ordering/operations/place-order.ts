import { z } from "zod";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { can } from "../../authorisation/authorise";
import { conflict, notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok, type Result } from "../../kernel/result";
import { defineOperation } from "../../operation";
import { orderLinesSchema } from "../model";
import { type ConfirmedOrder, type OrderPlacement, toConfirmation, toPlacement } from "../placement";
import { existingBuyer } from "../queries/price-list";
import { decideOrder } from "../rules";
import { findOrderFacts, insertOrder } from "../store";

/** The statement about acting as partner that every order needs (S-11, 900206). */
export const orderAttestation = z.literal(true, "ordering.attestation_missing");

/** Keeps an order in the activity log and tells it to the worker; amounts stay out of the event, resellers may be told of it (R4). */
export function recordOrder(tx: ScopedTx, customerId: string, placement: OrderPlacement): void {
  const { orderId, number, currency, totalMinor, reseller, lines } = placement;
  tx.audit({
    resourceType: "order",
    resourceId: orderId,
    customerId,
    after: {
      operation: "create_order",
      number,
      currency,
      totalMinor,
      resellerOfRecordId: reseller?.organisationId ?? null,
      lines: lines.map(({ request, offerName, unitPriceMinor, subscriptionId }) => {
        const { shownUnitPriceMinor: _, ...ordered } = request;
        return { ...ordered, offerName, unitPriceMinor, subscriptionId };
      }),
    },
  });
  tx.emit({
    type: "order.completed",
    subjectId: orderId,
    data: {
      orderId,
      customerId,
      number,
      resellerOfRecordId: reseller?.organisationId ?? null,
      lines: lines.map((line) => ({
        subscriptionId: line.subscriptionId,
        offerName: line.offerName,
        quantity: line.request.quantity,
      })),
    },
  });
}

/** Whoever may not read prices was shown none: a price they send is a guess, and no answer tells how near it came (A26). */
function asShown<Line extends { readonly shownUnitPriceMinor: number | null }>(
  tx: ScopedTx,
  lines: readonly Line[],
): readonly Line[] {
  if (can(tx.actor, "pricing.read")) return lines;
  return lines.map((line) => ({ ...line, shownUnitPriceMinor: null }));
}

/**
 * Places an order for a customer of the acting provider: order, lines, subscriptions and seats, all or nothing (S-11 to
 * S-13, R90–R99, span 215–217). Prices are read from the catalogue inside the transaction; when they are not what was
 * shown, the answer is the conflict `ordering.price_changed`. Every refusal of `decideOrder` applies.
 */
export const placeOrder = defineOperation({
  name: "order.place",
  access: "order.place",
  input: z.strictObject({
    customerId: idSchema,
    /** The reseller of record of every line; `null` when the provider deals with the customer directly (R97). */
    resellerId: idSchema.nullable(),
    lines: orderLinesSchema,
    attested: orderAttestation,
  }),
  run: async (tx, { customerId, ...input }): Promise<Result<ConfirmedOrder>> => {
    const request = { ...input, lines: asShown(tx, input.lines) };
    const facts = await findOrderFacts(
      tx,
      { row: existingBuyer(customerId, scopeOf(tx)), customerId },
      request,
    );
    if (!facts) return notFound();
    const decided = decideOrder(facts, request, tx.now);
    if (!decided.ok) return decided;
    const placement = toPlacement(decided.value, tx.now);
    if (!(await insertOrder(tx, customerId, placement))) return conflict("conflict.stale");
    recordOrder(tx, customerId, placement);
    return ok(toConfirmation(placement, can(tx.actor, "pricing.read")));
  },
});

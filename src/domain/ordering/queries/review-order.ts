import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { can } from "../../authorisation/authorise";
import { type Failure, notFound } from "../../kernel/failure";
import type { FieldProblem } from "../../kernel/field-problem";
import { idSchema } from "../../kernel/ids";
import { ok, type Result } from "../../kernel/result";
import { defineQuery } from "../../operation";
import { orderLinesSchema } from "../model";
import { type ShownLine, type ShownTotals, toShownLine, toShownTotals } from "../placement";
import { decideOrder } from "../rules";
import { findOrderFacts } from "../store";
import { buyerOf, buyerSchema } from "./buyer";

/** An order as it would be placed now, for **Review** (S-12). */
export type OrderReview = ShownTotals & {
  readonly lines: readonly (ShownLine & {
    /** What the person had been shown, when it is not the price any more. */
    readonly formerUnitPriceMinor: string | null;
  })[];
  /** The customer has an associated reseller and the order names none, so nobody gets the record of it (R97). */
  readonly lacksReseller: boolean;
};

/** The order as it would be placed, or what stands in its way at the reseller and the lines. */
export type ReviewedOrder =
  | { readonly review: OrderReview; readonly problems: readonly [] }
  | { readonly review: null; readonly problems: readonly FieldProblem[] };

function problemsIn(failure: Failure): readonly FieldProblem[] {
  return failure.kind === "invalid" ? failure.problems : [];
}

/**
 * Prices an order as `order.place` would at this moment, with every rule of it, and writes nothing (S-12). Prices that
 * are not what was shown are no refusal here: the review shows both.
 */
export const reviewOrder = defineQuery({
  name: "ordering.review_order",
  access: "order.place",
  input: z.strictObject({
    buyer: buyerSchema,
    /** The reseller a customer about to be created will be associated with. */
    associatedResellerId: idSchema.nullable().default(null),
    resellerId: idSchema.nullable(),
    lines: orderLinesSchema,
    /** Whether the partner attestation is given (900206). */
    attested: z.boolean().default(true),
  }),
  run: async (
    tx,
    { buyer, associatedResellerId, resellerId, lines, attested },
  ): Promise<Result<ReviewedOrder>> => {
    const row = buyerOf(buyer, scopeOf(tx), associatedResellerId);
    const customerId = "customerId" in buyer ? buyer.customerId : null;
    const facts = await findOrderFacts(tx, { row, customerId }, { resellerId, lines });
    if (!facts) return notFound();
    const unseen = lines.map((line) => ({ ...line, shownUnitPriceMinor: null }));
    const decided = decideOrder(facts, { resellerId, lines: unseen }, tx.now);
    if (!decided.ok && decided.failure.kind !== "invalid") return decided;
    const unattested = attested ? [] : [{ field: "attested", code: "ordering.attestation_missing" }];
    const problems = [...(decided.ok ? [] : problemsIn(decided.failure)), ...unattested];
    if (!decided.ok || problems.length > 0) return ok({ review: null, problems });
    const showsPrices = can(tx.actor, "pricing.read");
    const former = (index: number, price: bigint) => {
      const seen = lines[index]?.shownUnitPriceMinor ?? null;
      return seen === null || !showsPrices || BigInt(seen) === price ? null : String(seen);
    };
    const review: OrderReview = {
      ...toShownTotals(decided.value, showsPrices),
      lines: decided.value.lines.map((line, index) => ({
        ...toShownLine(line, showsPrices),
        formerUnitPriceMinor: former(index, line.unitPriceMinor),
      })),
      lacksReseller: facts.buyer.resellerId !== null && resellerId === null,
    };
    return ok({ review, problems: [] });
  },
});

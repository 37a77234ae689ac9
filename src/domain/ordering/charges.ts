import { divideHalfUp } from "../kernel/money";
import { monthsOfCycle, monthsOfTerm, type TermDuration } from "../subscription/term";
import type { OrderBillingCycle } from "./offer-words";

/** How many equal parts a term is charged in: 12 for a year billed monthly, 1 when it is billed once. */
export function chargesPerTerm(term: TermDuration, cycle: OrderBillingCycle): number {
  return cycle === "one_time" ? 1 : monthsOfTerm[term] / monthsOfCycle[cycle];
}

/**
 * What is charged for the first billing period of a line: the line's amount for the term divided by the number of
 * periods, rounded half up once (R136). The cycle is never longer than the term (R105).
 */
export function firstChargeOf(amountMinor: bigint, term: TermDuration, cycle: OrderBillingCycle): bigint {
  return divideHalfUp(amountMinor, BigInt(chargesPerTerm(term, cycle)));
}

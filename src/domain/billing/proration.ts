import type { Money } from "#/domain/kernel/money";
import {
  compareMoney,
  divideHalfUp,
  multiplyMoney,
  negateMoney,
  subtractMoney,
  zeroMoney,
} from "#/domain/kernel/money";

/** Seats charged for some days of a period with a price per seat. */
export type ProratedSeats = {
  /** Price of one seat for the whole priced period. */
  readonly unitPrice: Money;
  readonly seatCount: number;
  /** Days charged, from 0 to `daysInPeriod`. */
  readonly days: number;
  /** Days of the period the unit price is for. */
  readonly daysInPeriod: number;
};

function assertWhole(value: number, least: number, most: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
  }
}

/**
 * The charge of a line: unit price × seats × days ÷ days of the priced period, with the exact daily rate and one
 * rounding, half up to the currency's minor unit (R136). Throws when a count is no whole number in its range.
 */
export function chargeFor({ unitPrice, seatCount, days, daysInPeriod }: ProratedSeats): Money {
  assertWhole(seatCount, 0, Number.MAX_SAFE_INTEGER, "seatCount");
  assertWhole(daysInPeriod, 1, Number.MAX_SAFE_INTEGER, "daysInPeriod");
  assertWhole(days, 0, daysInPeriod, "days");
  const total = unitPrice.amountMinor * BigInt(seatCount) * BigInt(days);
  return { amountMinor: divideHalfUp(total, BigInt(daysInPeriod)), currency: unitPrice.currency };
}

/** What a refund gives back and what of the original charge stays; the two are always exactly the original (R136). */
export type Refund = { readonly refund: Money; readonly rest: Money };

/**
 * Refunds seats of a charge for the days they are no longer used. `charged` is what the line still stands at: the
 * original charge less earlier refunds; the refund is rounded by the rule of {@link chargeFor} and never exceeds it, so
 * many small refunds cannot give back more than was paid (R101, R110, R136). Both parts are positive; a credit line
 * carries the refund with the other sign.
 */
export function refundFrom(charged: Money, given: ProratedSeats): Refund {
  const exact = chargeFor(given);
  const refund = compareMoney(exact, charged) > 0 ? charged : exact;
  return { refund, rest: subtractMoney(charged, refund) };
}

/** The amount of the credit line that a refund puts on an invoice: the refund as a negative amount. */
export function creditLineOf({ refund }: Refund): Money {
  return refund.amountMinor === 0n ? zeroMoney(refund.currency) : negateMoney(refund);
}

/** Surcharge of the extended service term in percent: a little when a monthly plan exists, more when none does (R113). */
const extendedServiceSurcharge = { withMonthlyPlan: 3, withoutMonthlyPlan: 23 } as const;

/**
 * The monthly price of one seat in an extended service term (R113): the monthly rate plus 3 %, or plus 23 % of the
 * equivalent monthly rate when the product has no monthly plan, rounded half up once.
 */
export function extendedServiceRate(monthlyRate: Money, hasMonthlyPlan: boolean): Money {
  const percent = hasMonthlyPlan
    ? extendedServiceSurcharge.withMonthlyPlan
    : extendedServiceSurcharge.withoutMonthlyPlan;
  return multiplyMoney(monthlyRate, 100 + percent, 100);
}

import type { Prisma } from "../../../src/db/generated/client";

/** A connection that acts as the portal itself (`acting_system`), alone or inside a transaction. */
export type RecordWriter = Prisma.TransactionClient;

/** Days, as the milliseconds that dates are moved by. */
export const dayInMilliseconds = 86_400_000;

/** An instant a number of days after another; negative numbers go back. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayInMilliseconds);
}

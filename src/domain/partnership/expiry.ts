import { z } from "zod";
import { expiryDaysOptions } from "./model";

const dayMilliseconds = 86_400_000;

/** A choice among the offered numbers of days. */
export const expiryDaysSchema = z.literal(expiryDaysOptions);

/** The instant so many days of 24 hours later. */
export function daysLater(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMilliseconds);
}

/** The offered choice that an invitation's expiry stands for; nothing when it was set otherwise. */
export function chosenExpiryDays(
  createdAt: Date,
  expiresAt: Date,
): (typeof expiryDaysOptions)[number] | undefined {
  return expiryDaysOptions.find((days) => daysLater(createdAt, days).getTime() === expiresAt.getTime());
}

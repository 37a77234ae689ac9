import type { CalendarDate } from "#/domain/kernel/calendar-date";
import { addDays, daysBetween } from "#/domain/kernel/calendar-date";

/** Days from the invoice's date to its due date: net 60 (R130). */
export const paymentTermDays = 60;

/** Days after the due date that an unpaid bill may stand before the account is suspended (R9, R130). */
export const overdueDaysTolerated = 60;

/** The day an invoice is due. */
export function dueDateOf(invoiceDate: CalendarDate): CalendarDate {
  return addDays(invoiceDate, paymentTermDays);
}

/** Whether an unpaid bill suspends the account today: more than 60 days after it was due (R9, R130). */
export function isSuspensionDue(dueDate: CalendarDate, today: CalendarDate): boolean {
  return daysBetween(dueDate, today) > overdueDaysTolerated;
}

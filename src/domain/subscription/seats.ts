import type { LicenceBatch } from "./model";

/** What a decrease takes from one batch, and what stays of it; a batch left with nothing goes. */
export type TakenSeats = {
  readonly batchId: string;
  readonly quantity: number;
  readonly remaining: number;
  readonly addedAt: Date;
};

/** How a new total of seats is reached, or why it cannot be reached today. */
export type SeatPlan =
  | { readonly kind: "unchanged" }
  | { readonly kind: "increase"; readonly added: number }
  | { readonly kind: "decrease"; readonly taken: readonly TakenSeats[] }
  | {
      readonly kind: "refused";
      /** Seats that may be taken back now. */
      readonly reducible: number;
      /** The first deadline among them; `null` when no seat is inside its window. */
      readonly until: Date | null;
      /** When the last window closed; `null` when one is still open. */
      readonly closedAt: Date | null;
    };

/** Batches whose seats may still be taken back, youngest first; the last instant of a window counts (R101). */
export function openBatches(batches: readonly LicenceBatch[], now: Date): readonly LicenceBatch[] {
  return batches
    .filter(({ reducibleUntil }) => reducibleUntil.getTime() >= now.getTime())
    .toSorted((a, b) => b.addedAt.getTime() - a.addedAt.getTime() || (a.id < b.id ? 1 : -1));
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.min(...dates.map((date) => date.getTime())));
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime())));
}

/**
 * Plans the way to a new total: an increase adds one batch, a decrease takes from the youngest open batches first and is
 * refused when they hold too few (R100, R101, 5.6; 900257). The quantity is the sum of the batches.
 */
export function planSeats(batches: readonly LicenceBatch[], newQuantity: number, now: Date): SeatPlan {
  const quantity = batches.reduce((sum, batch) => sum + batch.quantity, 0);
  if (newQuantity === quantity) return { kind: "unchanged" };
  if (newQuantity > quantity) return { kind: "increase", added: newQuantity - quantity };
  const open = openBatches(batches, now);
  const reducible = open.reduce((sum, batch) => sum + batch.quantity, 0);
  if (quantity - newQuantity > reducible) {
    const closedAt = open.length > 0 ? null : latest(batches.map(({ reducibleUntil }) => reducibleUntil));
    return {
      kind: "refused",
      reducible,
      until: earliest(open.map((batch) => batch.reducibleUntil)),
      closedAt,
    };
  }
  const taken: TakenSeats[] = [];
  let missing = quantity - newQuantity;
  for (const batch of open) {
    if (missing === 0) break;
    const count = Math.min(batch.quantity, missing);
    missing -= count;
    taken.push({
      batchId: batch.id,
      quantity: count,
      remaining: batch.quantity - count,
      addedAt: batch.addedAt,
    });
  }
  return { kind: "decrease", taken };
}

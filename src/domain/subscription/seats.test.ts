import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LicenceBatch } from "./model";
import { openBatches, planSeats } from "./seats";
import { changeWindowEndsAt } from "./term";

const day = 86_400_000;
const noon = new Date("2026-11-22T12:00:00Z");

function batch(id: string, quantity: number, daysAgo: number): LicenceBatch {
  const addedAt = new Date(noon.getTime() - daysAgo * day);
  return { id, quantity, addedAt, reducibleUntil: changeWindowEndsAt(addedAt) };
}

function reducibleSeats(batches: readonly LicenceBatch[], now: Date): number {
  return openBatches(batches, now).reduce((total, { quantity }) => total + quantity, 0);
}

describe("planning seats", () => {
  test("R100: the new total is what counts: more than now adds one batch with the difference", () => {
    expect(planSeats([batch("a", 10, 300)], 13, noon)).toEqual({ kind: "increase", added: 3 });
  });

  test("the same total is no change", () => {
    expect(planSeats([batch("a", 10, 300)], 10, noon)).toEqual({ kind: "unchanged" });
  });

  test("R101, 5.6: a decrease takes from the youngest open batch first", () => {
    const batches = [batch("old", 10, 30), batch("older", 4, 5), batch("young", 3, 1)];
    expect(planSeats(batches, 13, noon)).toMatchObject({
      kind: "decrease",
      taken: [
        { batchId: "young", quantity: 3, remaining: 0 },
        { batchId: "older", quantity: 1, remaining: 3 },
      ],
    });
  });

  test("900257: with no batch inside its window nothing can be taken back, and the last deadline is told", () => {
    const batches = [batch("a", 10, 30), batch("b", 5, 8)];
    const closedAt = batches[1]?.reducibleUntil;
    expect(planSeats(batches, 14, noon)).toEqual({ kind: "refused", reducible: 0, until: null, closedAt });
  });

  test("a decrease beyond the open batches is refused whole, with what is possible and until when", () => {
    const batches = [batch("a", 10, 30), batch("b", 5, 2)];
    const until = batches[1]?.reducibleUntil;
    expect(planSeats(batches, 9, noon)).toEqual({ kind: "refused", reducible: 5, until, closedAt: null });
  });

  test("the window's last instant still counts, the next one does not", () => {
    const last = changeWindowEndsAt(batch("a", 10, 0).addedAt);
    expect(reducibleSeats([batch("a", 10, 0)], last)).toBe(10);
    expect(reducibleSeats([batch("a", 10, 0)], new Date(last.getTime() + 1))).toBe(0);
  });

  test("batches added at the same instant have one order, whatever order they come in", () => {
    const [a, b] = [batch("a", 1, 1), batch("b", 1, 1)];
    expect(openBatches([a, b], noon)).toEqual(openBatches([b, a], noon));
  });
});

type Step = { readonly wanted: number; readonly hours: number };

const step: fc.Arbitrary<Step> = fc.record({
  wanted: fc.integer({ min: 0, max: 60 }),
  hours: fc.integer({ min: 0, max: 90 }),
});

/** Carries a plan out as the store does. */
function apply(
  batches: readonly LicenceBatch[],
  wanted: number,
  now: Date,
  id: string,
): readonly LicenceBatch[] {
  const plan = planSeats(batches, wanted, now);
  if (plan.kind === "increase") {
    return [...batches, { id, quantity: plan.added, addedAt: now, reducibleUntil: changeWindowEndsAt(now) }];
  }
  if (plan.kind !== "decrease") return batches;
  return batches.flatMap((held) => {
    const taken = plan.taken.find(({ batchId }) => batchId === held.id);
    if (!taken) return [held];
    return taken.remaining === 0 ? [] : [{ ...held, quantity: taken.remaining }];
  });
}

const sum = (batches: readonly LicenceBatch[]) =>
  batches.reduce((total, { quantity }) => total + quantity, 0);

describe("batches and quantity", () => {
  test("over 2,000 changes the batches always add up to the quantity, none is empty, and no closed seat is ever taken", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2_000, maxLength: 2_000 }), (steps) => {
        let now = noon.getTime();
        let batches: readonly LicenceBatch[] = [batch("bought", 20, 0)];
        let quantity = 20;
        steps.forEach(({ wanted, hours }, index) => {
          now += hours * 3_600_000;
          const at = new Date(now);
          const closed = sum(batches) - reducibleSeats(batches, at);
          const plan = planSeats(batches, wanted, at);
          batches = apply(batches, wanted, at, `batch ${index}`);
          if (plan.kind !== "refused") quantity = wanted;
          expect(sum(batches)).toBe(quantity);
          expect(batches.every((held) => held.quantity > 0)).toBe(true);
          expect(sum(batches)).toBeGreaterThanOrEqual(closed);
          if (plan.kind === "refused") expect(wanted).toBeLessThan(closed);
        });
      }),
      { numRuns: 5 },
    );
  });

  test("a change is refused exactly when it would take seats outside their window", () => {
    const held = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 50 }), daysAgo: fc.integer({ min: 0, max: 20 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(held, fc.nat(400), (given, wanted) => {
        const batches = given.map(({ quantity, daysAgo }, index) => batch(String(index), quantity, daysAgo));
        const closed = sum(batches) - reducibleSeats(batches, noon);
        expect(planSeats(batches, wanted, noon).kind === "refused").toBe(wanted < closed);
      }),
    );
  });
});

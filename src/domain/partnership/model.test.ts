import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenExpiryDays, daysLater } from "./expiry";
import {
  expiryDaysOptions,
  type InvitationEvent,
  type InvitationStatus,
  invitationEvents,
  invitationStatuses,
  invitationTransitions,
  isOpen,
  partnershipTransitions,
  statusAfter,
  statusAt,
} from "./model";

describe("the life of an invitation (machine 5.1)", () => {
  test("has exactly the transitions of the specification", () => {
    const open = ["draft", "sent", "opened"] as const;
    for (const status of invitationStatuses) {
      const exits = Object.keys(invitationTransitions[status]).length;
      expect(exits).toBe(open.some((name) => name === status) ? invitationEvents.length : 0);
      expect(isOpen(status)).toBe(exits > 0);
    }
    expect(statusAfter("draft", "share", true)).toBe("sent");
    expect(statusAfter("sent", "open", false)).toBe("opened");
    expect(statusAfter("opened", "share", false)).toBe("opened");
    expect(statusAfter("opened", "accept", false)).toBe("accepted");
    expect(statusAfter("opened", "decline", false)).toBe("declined");
    expect(statusAfter("sent", "revoke", true)).toBe("revoked");
    expect(statusAfter("sent", "expire", true)).toBe("expired");
  });

  test("a reusable one outlives acceptances and declines, a single-use one neither", () => {
    expect(statusAfter("opened", "accept", true)).toBe("sent");
    expect(statusAfter("opened", "decline", true)).toBe("opened");
  });

  test("walked at random: once ended it stays ended, and a single-use one is accepted at most once", () => {
    const walk = fc.array(fc.constantFrom(...invitationEvents), { maxLength: 30 });
    fc.assert(
      fc.property(walk, fc.boolean(), (events, reusable) => {
        const counts: Partial<Record<InvitationEvent, number>> = {};
        let status: InvitationStatus = "draft";
        for (const event of events) {
          const next = statusAfter(status, event, reusable);
          expect(next === undefined).toBe(!isOpen(status));
          if (next === undefined) continue;
          if (status !== "draft") expect(next).not.toBe("draft");
          status = next;
          counts[event] = (counts[event] ?? 0) + 1;
        }
        if (!reusable) expect(counts.accept ?? 0).toBeLessThanOrEqual(1);
        expect((counts.revoke ?? 0) + (counts.expire ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("expires at its second, by the time given, and not after it has ended", () => {
    const expiresAt = new Date("2027-01-01T00:00:00Z");
    expect(statusAt({ status: "sent", expiresAt }, new Date("2026-12-31T23:59:59.999Z"))).toBe("sent");
    expect(statusAt({ status: "sent", expiresAt }, expiresAt)).toBe("expired");
    expect(statusAt({ status: "accepted", expiresAt }, new Date("2028-01-01"))).toBe("accepted");
  });

  test("an expiry is read back as the choice it was made by", () => {
    const madeAt = new Date("2026-11-22T12:00:00Z");
    for (const days of expiryDaysOptions)
      expect(chosenExpiryDays(madeAt, daysLater(madeAt, days))).toBe(days);
    expect(chosenExpiryDays(madeAt, daysLater(madeAt, 8))).toBeUndefined();
  });
});

test("R36: a removed partnership stays removed; only a new acceptance makes a new one", () => {
  expect(partnershipTransitions.active.remove).toBe("removed");
  expect(Object.keys(partnershipTransitions.removed)).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { programStatuses } from "../organisation/program-status";
import { resellerStanding } from "./reseller-standing";

const fine = { programStatus: "active", agreementSignedAt: new Date(), partnerId: "12345" } as const;

describe("whether a reseller can be named on new business", () => {
  test("R23: active, agreement signed, with a partner id: it can", () => {
    expect(resellerStanding(fine)).toEqual({ eligible: true });
  });

  test("R10, R26: in every other standing it cannot, with the reason", () => {
    const reasons = programStatuses.map((programStatus) => {
      const standing = resellerStanding({ ...fine, programStatus });
      return [programStatus, standing.eligible ? null : standing.reason];
    });
    expect(Object.fromEntries(reasons)).toEqual({
      active: null,
      qualified: "not_active",
      qualified_pending: "not_active",
      declined: "not_active",
      restricted: "restricted",
      suspended: "suspended",
      deauthorized: "deauthorized",
    });
  });

  test("R23: without the agreement it cannot, and one that only has to sign is told so", () => {
    const unsigned = { ...fine, agreementSignedAt: null };
    expect(resellerStanding(unsigned)).toEqual({ eligible: false, reason: "agreement_missing" });
    expect(resellerStanding({ ...unsigned, programStatus: "qualified" })).toEqual({
      eligible: false,
      reason: "agreement_missing",
    });
    expect(resellerStanding({ ...unsigned, programStatus: "suspended" })).toEqual({
      eligible: false,
      reason: "suspended",
    });
  });

  test("R24: without a location id it cannot", () => {
    expect(resellerStanding({ ...fine, partnerId: null })).toEqual({
      eligible: false,
      reason: "partner_id_missing",
    });
  });
});

import { describe, expect, test } from "vitest";
import {
  findPartnerIdRefusal,
  isPartnerId,
  type PartnerIdStanding,
  partnerIdRefusals,
} from "./reseller-of-record";

const provider = { id: "provider", cspRegion: "Europe" };

const good: PartnerIdStanding = {
  organisationId: "reseller",
  kind: "indirect_reseller",
  locationType: "location",
  partnerId: "0012345",
  companyName: "Reseller",
  country: "IT",
  cspRegion: "Europe",
  programStatus: "active",
  agreementSignedAt: new Date("2026-01-01"),
};

describe("the reseller of record", () => {
  test("span 142: the location id of an active reseller of the region that signed the agreement is accepted", () => {
    expect(findPartnerIdRefusal(good, provider)).toBeUndefined();
  });

  test.each<[string, Partial<PartnerIdStanding> | null, string, number]>([
    ["an id nobody has", null, "partner_id.unknown", 2200],
    ["a global id (R24)", { locationType: "global" }, "partner_id.global", 2200],
    ["a reseller of another region (R20)", { cspRegion: "United States" }, "partner_id.other_region", 2201],
    [
      "the provider's own id (R24)",
      { organisationId: "provider", kind: "indirect_provider" },
      "partner_id.own",
      2072,
    ],
    ["another provider's id", { kind: "indirect_provider" }, "partner_id.not_a_reseller", 800016],
    [
      "a reseller without the agreement (R23)",
      { agreementSignedAt: null },
      "partner_id.agreement_missing",
      2203,
    ],
    [
      "a reseller that waits for approval",
      { programStatus: "qualified_pending" },
      "partner_id.not_enrolled",
      2204,
    ],
    ["a declined reseller", { programStatus: "declined" }, "partner_id.not_enrolled", 2204],
    ["a suspended reseller (R10)", { programStatus: "suspended" }, "partner_id.not_in_good_standing", 900154],
    ["a restricted reseller", { programStatus: "restricted" }, "partner_id.not_in_good_standing", 900154],
    [
      "a deauthorised reseller (R26)",
      { programStatus: "deauthorized" },
      "partner_id.not_in_good_standing",
      900154,
    ],
  ])("span 143: %s is refused", (_, change, code, number) => {
    const refusal = findPartnerIdRefusal(change && { ...good, ...change }, provider);
    expect(refusal).toBe(code);
    expect(refusal && partnerIdRefusals[refusal]).toBe(number);
  });

  test.each([
    ["1234567", true],
    ["0012345", true],
    ["1", true],
    ["1234567890", true],
    ["12345678901", false],
    ["", false],
    ["12a", false],
    ["12 34", false],
    ["-12", false],
    ["１２３", false],
  ])("2000: %j is a partner id: %s", (text, expected) => {
    expect(isPartnerId(text)).toBe(expected);
  });
});

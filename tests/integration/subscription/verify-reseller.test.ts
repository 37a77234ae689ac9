import { describe, expect, test } from "vitest";
import { verifyReseller } from "#/domain/subscription/queries/verify-reseller";
import { anIndirectProvider, anIndirectReseller, aTenant } from "../../support/builders";
import { failureIn, queryAs, refusalCodeIn, valueIn } from "../../support/run";

describe("Verify", () => {
  test("spans 142, 143: tells name and country of a reseller that can be named, partner or not", async () => {
    const [provider, reseller] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectReseller().create(),
    ]);
    expect(
      valueIn(await queryAs(provider.admin, verifyReseller, { partnerId: ` ${reseller.partnerId} ` })),
    ).toEqual({
      partnerId: reseller.partnerId,
      companyName: reseller.companyName,
      country: "IT",
    });
  });

  test("compares ids as numbers and tells them as they are registered", async () => {
    const provider = await anIndirectProvider().create();
    const partnerId = `00${Math.floor(1e6 + Math.random() * 9e6)}`;
    const reseller = await anIndirectReseller().with({ partnerId }).create();
    const typed = String(Number(partnerId));
    expect(valueIn(await queryAs(provider.admin, verifyReseller, { partnerId: typed }))).toMatchObject({
      partnerId,
      companyName: reseller.companyName,
    });
  });

  test("2000, 2200, 2072, 2201, 2203, 2204, 800016, 900154: every refusal has its own code and names whom to advise", async () => {
    const [provider, other, unsigned, waiting, american, suspended] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectProvider().create(),
      anIndirectReseller().withoutAgreement().create(),
      anIndirectReseller().with({ programStatus: "qualified_pending" }).create(),
      anIndirectReseller().inCountry("US").create(),
      anIndirectReseller().suspended().create(),
    ]);
    const cases = [
      ["12-34", "malformed"],
      ["", "malformed"],
      ["1", "unknown"],
      [provider.partnerId, "own"],
      [other.partnerId, "not_a_reseller"],
      [unsigned.partnerId, "agreement_missing"],
      [waiting.partnerId, "not_enrolled"],
      [american.partnerId, "other_region"],
      [suspended.partnerId, "not_in_good_standing"],
    ] as const;
    for (const [partnerId, code] of cases) {
      expect(refusalCodeIn(await queryAs(provider.admin, verifyReseller, { partnerId })), code).toBe(
        `partnerId:partner_id.${code}`,
      );
    }
    const failure = failureIn(
      await queryAs(provider.admin, verifyReseller, { partnerId: unsigned.partnerId }),
    );
    expect(failure).toMatchObject({
      problems: [{ params: { id: unsigned.partnerId, name: unsigned.companyName } }],
    });
  });

  test("A16: is for those who may set the reseller, and for providers only", async () => {
    const [provider, reseller, tenant] = await Promise.all([
      anIndirectProvider().create(),
      anIndirectReseller().create(),
      aTenant().create(),
    ]);
    const input = { partnerId: reseller.partnerId };
    expect(refusalCodeIn(await queryAs(provider.as("helpdesk_agent"), verifyReseller, input))).toBe(
      "access.role_missing",
    );
    for (const actor of [reseller.admin, tenant.admin]) {
      expect(refusalCodeIn(await queryAs(actor, verifyReseller, input))).toBe("access.organisation_kind");
    }
  });
});

import { describe, expect, test } from "vitest";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { readAcceptance } from "#/domain/partnership/queries/read-acceptance";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
} from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, refusalCodeIn, runAs, valueIn } from "../../support/run";
import { clock } from "../../support/runtime";
import { consentTo } from "./drafts";

const aProvider = () => anIndirectProvider().create();
const aReseller = () => anIndirectReseller().create();

describe("a refused acceptance", () => {
  const yesterday = () => new Date(Date.now() - 86_400_000);
  type Pair = {
    provider: Awaited<ReturnType<typeof aProvider>>;
    reseller: Awaited<ReturnType<typeof aReseller>>;
  };
  const cases: readonly [code: string, prepare: () => Promise<Pair & { readonly token: string }>][] = [
    [
      "invitation_revoked",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        return { ...pair, ...(await anInvitation(pair.provider, { status: "revoked" })) };
      },
    ],
    [
      "invitation_used",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        const { token } = await anInvitation(pair.provider, { reusable: false });
        valueIn(await runAs((await aReseller()).admin, acceptInvitation, consentTo(token)));
        return { ...pair, token };
      },
    ],
    [
      "invitation_expired",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        const options = { createdAt: new Date(Date.now() - 2 * 86_400_000), expiresAt: yesterday() };
        return { ...pair, ...(await anInvitation(pair.provider, options)) };
      },
    ],
    [
      "agreement_not_signed",
      async () => {
        const pair = {
          provider: await aProvider(),
          reseller: await anIndirectReseller().withoutAgreement().create(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "partner_id_missing",
      async () => {
        const pair = {
          provider: await aProvider(),
          reseller: await anIndirectReseller().withoutPartnerId().create(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "vetting_pending",
      async () => {
        const reseller = await anIndirectReseller().with({ vettingStatus: "pending" }).create();
        const pair = { provider: await aProvider(), reseller };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "reseller_suspended",
      async () => {
        const pair = {
          provider: await aProvider(),
          reseller: await anIndirectReseller().suspended().create(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "other_region",
      async () => {
        const pair = {
          provider: await anIndirectProvider().inCountry("US").create(),
          reseller: await aReseller(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "already_partners",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        await aPartnership(pair.provider, pair.reseller);
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "customer_of_provider",
      async () => {
        const pair = { provider: await aProvider(), reseller: await aReseller() };
        await aCustomer(pair.provider, { tenant: pair.reseller });
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
    [
      "provider_suspended",
      async () => {
        const pair = {
          provider: await anIndirectProvider().suspended().create(),
          reseller: await aReseller(),
        };
        return { ...pair, ...(await anInvitation(pair.provider)) };
      },
    ],
  ];

  test.each(cases)("span 134: %s makes nothing, and its page says the same", async (code, prepare) => {
    const { reseller, token } = await prepare();
    const partnerships = { where: { resellerId: reseller.id, state: "active" as const } };
    const before = await fixtures.partnership.count(partnerships);
    const page = valueIn(await queryAs(reseller.admin, readAcceptance, { token }));
    expect(page).toMatchObject({ state: "refused", refusal: { code } });
    const answer = await runAs(reseller.admin, acceptInvitation, consentTo(token));
    expect(refusalCodeIn(answer)).toBe(`partnership.${code}`);
    expect(await fixtures.partnership.count(partnerships)).toBe(before);
    expect(await fixtures.domainEvent.count({ where: { organisationId: reseller.id } })).toBe(0);
  });

  test("an unknown, a malformed and an overlong token are all not found", async () => {
    const reseller = await aReseller();
    for (const token of ["", "x", "a".repeat(43), "'; drop table partnership; --", "\u0000"]) {
      expect(refusalCodeIn(await runAs(reseller.admin, acceptInvitation, consentTo(token)))).toBe(
        "not_found",
      );
    }
  });

  test("G9: its reason is kept for the sender, the refusal is committed though nothing else is", async () => {
    const provider = await aProvider();
    const reseller = await anIndirectReseller().withoutAgreement().create();
    const { id, token } = await anInvitation(provider);
    await runAs(reseller.admin, acceptInvitation, consentTo(token));
    const row = await fixtures.partnershipInvitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      lastRefusalCode: "agreement_not_signed",
      acceptanceCount: 0,
      status: "sent",
    });
    expect(row.lastRefusalAt).not.toBeNull();
    const audit = await fixtures.auditRecord.findMany({ where: { organisationId: reseller.id } });
    expect(audit).toMatchObject([{ outcome: "failed", failureCode: "partnership.agreement_not_signed" }]);
  });

  test("R8: expires at its second by the one clock", async () => {
    const [provider, reseller] = await Promise.all([aProvider(), aReseller()]);
    const expiresAt = new Date(Date.now() + 3_600_000);
    const { token } = await anInvitation(provider, { expiresAt });
    clock.moveTo(expiresAt);
    const late = await runAs(reseller.admin, acceptInvitation, consentTo(token));
    clock.moveTo(new Date(expiresAt.getTime() - 1));
    const inTime = await runAs(reseller.admin, acceptInvitation, consentTo(token));
    clock.reset();
    expect(refusalCodeIn(late)).toBe("partnership.invitation_expired");
    expect(inTime.ok).toBe(true);
  });
});

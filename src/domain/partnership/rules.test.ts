import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programStatuses, vettingStatuses } from "../organisation/program-status";
import { type InvitationStatus, invitationStatuses } from "./model";
import { type AcceptanceRefusalCode, acceptanceRefusals, isBlind, refusalCodeFrom } from "./refusals";
import {
  type AcceptanceFacts,
  decideAcceptance,
  type InvitationFacts,
  isSamePartnerId,
  type PartnerIdFacts,
  type ResellerFacts,
} from "./rules";

const now = new Date("2026-11-22T12:00:00Z");
const providerId = "11111111-1111-7111-8111-111111111111";
const resellerId = "22222222-2222-7222-8222-222222222222";

const invitation: InvitationFacts = {
  id: "33333333-3333-7333-8333-333333333333",
  status: "sent",
  reusable: true,
  acceptanceCount: 0,
  expiresAt: new Date("2027-02-20T12:00:00Z"),
  providerId,
  providerRegion: "EUR",
  providerStatus: "active",
};
const office: PartnerIdFacts = { partnerId: "0012345", type: "location", isCspAssociated: true };
const headOffice: PartnerIdFacts = { partnerId: "999", type: "global", isCspAssociated: false };
const reseller: ResellerFacts = {
  region: "EUR",
  vettingStatus: "authorized",
  programStatus: "active",
  agreementSignedAt: new Date("2026-01-01T00:00:00Z"),
  partnerId: "12345",
  locations: [headOffice, office],
  partnership: null,
  isCustomerOfProvider: false,
};
const fine: AcceptanceFacts = { invitation, organisationId: resellerId, reseller, mayAccept: true, now };

type Change = {
  readonly invitation?: Partial<InvitationFacts>;
  readonly reseller?: Partial<ResellerFacts>;
  readonly facts?: Partial<AcceptanceFacts>;
};

function changed({ invitation: i, reseller: r, facts }: Change): AcceptanceFacts {
  return { ...fine, invitation: { ...invitation, ...i }, reseller: { ...reseller, ...r }, ...facts };
}

const elsewhere = {
  id: "44444444-4444-7444-8444-444444444444",
  invitationId: "55555555-5555-7555-8555-555555555555",
  createdAt: new Date("2026-10-01T00:00:00Z"),
};

const refusedBecause: Readonly<Record<AcceptanceRefusalCode, readonly Change[]>> = {
  invitation_revoked: [{ invitation: { status: "revoked" } }],
  invitation_used: [
    { invitation: { status: "accepted", reusable: false, acceptanceCount: 1 } },
    { invitation: { reusable: false, acceptanceCount: 1 } },
  ],
  invitation_declined: [{ invitation: { status: "declined", reusable: false } }],
  invitation_expired: [
    { invitation: { expiresAt: now } },
    { invitation: { expiresAt: new Date(now.getTime() - 1) } },
    { invitation: { status: "expired" } },
  ],
  own_organisation: [{ facts: { organisationId: providerId, reseller: undefined, mayAccept: false } }],
  not_a_reseller: [{ facts: { reseller: undefined, mayAccept: false } }],
  not_global_admin: [{ facts: { mayAccept: false } }],
  not_enrolled: [{ reseller: { programStatus: "deauthorized" } }],
  vetting_pending: [
    { reseller: { vettingStatus: "pending" } },
    { reseller: { programStatus: "qualified_pending" } },
  ],
  vetting_rejected: [
    { reseller: { vettingStatus: "rejected" } },
    { reseller: { programStatus: "declined" } },
  ],
  reseller_suspended: [{ reseller: { programStatus: "suspended" } }],
  agreement_not_signed: [{ reseller: { agreementSignedAt: null } }],
  partner_id_missing: [
    { reseller: { locations: [] } },
    { reseller: { partnerId: null, locations: [headOffice] } },
    { reseller: { partnerId: "777", locations: [headOffice] } },
  ],
  partner_id_global: [{ reseller: { partnerId: "0999", locations: [headOffice] } }],
  other_region: [{ invitation: { providerRegion: "US" } }],
  already_partners: [{ reseller: { partnership: elsewhere } }],
  customer_of_provider: [{ reseller: { isCustomerOfProvider: true } }],
  provider_suspended: [
    { invitation: { providerStatus: "suspended" } },
    { invitation: { providerStatus: "deauthorized" } },
  ],
};

describe("deciding an acceptance", () => {
  test("spans 134, 137, 150: an enrolled reseller with everything in order may accept, under its location id", () => {
    expect(decideAcceptance(fine)).toEqual({ outcome: "acceptable", partnerId: "0012345" });
  });

  const cases = Object.entries(refusedBecause).flatMap(([code, changes]) =>
    changes.map((change, index) => [code, index + 1, change] as const),
  );
  test.each(cases)("span 134: refuses with %s (case %i)", (code, _, change) => {
    expect(decideAcceptance(changed(change))).toMatchObject({ outcome: "refused", refusal: { code } });
  });

  test("whoever accepted this very invitation gets the same success, even after it ended", () => {
    const own = { ...elsewhere, invitationId: invitation.id };
    for (const status of invitationStatuses) {
      const facts = changed({
        invitation: { status, reusable: false, acceptanceCount: 1, expiresAt: now },
        reseller: { partnership: own },
      });
      expect(decideAcceptance(facts)).toEqual({ outcome: "already_accepted", partnershipId: own.id });
    }
  });

  test("a refusal carries what its page needs: the day of expiry, both regions, since when they are partners", () => {
    expect(decideAcceptance(changed({ invitation: { expiresAt: now } }))).toMatchObject({
      refusal: { params: { at: "2026-11-22" } },
    });
    expect(decideAcceptance(changed({ invitation: { providerRegion: "US" } }))).toMatchObject({
      refusal: { params: { own: "EUR", theirs: "US" } },
    });
    expect(decideAcceptance(changed({ reseller: { partnership: elsewhere } }))).toMatchObject({
      refusal: { params: { since: "2026-10-01" } },
    });
  });

  test("only a link that is not valid hides who sent it", () => {
    const blind = Object.keys(acceptanceRefusals).filter((code) => isBlind(code as AcceptanceRefusalCode));
    expect(blind.toSorted()).toEqual([
      "invitation_declined",
      "invitation_expired",
      "invitation_revoked",
      "invitation_used",
    ]);
  });

  test("partner ids are the same whatever zeros stand in front", () => {
    expect(isSamePartnerId("0012345", "12345")).toBe(true);
    expect(isSamePartnerId("12345", "123450")).toBe(false);
  });

  test("a stored refusal is read back, an unknown one is none", () => {
    expect(refusalCodeFrom("agreement_not_signed")).toBe("agreement_not_signed");
    expect(refusalCodeFrom("declined")).toBe("declined");
    expect(refusalCodeFrom("toString")).toBeUndefined();
  });
});

const anyInstant = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
const anyLocation = fc.record({
  partnerId: fc.stringMatching(/^[0-9]{1,10}$/),
  type: fc.constantFrom("global" as const, "location" as const),
  isCspAssociated: fc.boolean(),
});
const anyReseller: fc.Arbitrary<ResellerFacts> = fc.record({
  region: fc.constantFrom("EUR", "US"),
  vettingStatus: fc.constantFrom(...vettingStatuses),
  programStatus: fc.constantFrom(...programStatuses),
  agreementSignedAt: fc.option(anyInstant),
  partnerId: fc.option(fc.stringMatching(/^[0-9]{1,10}$/)),
  locations: fc.array(anyLocation, { maxLength: 3 }),
  partnership: fc.option(
    fc.record({
      id: fc.uuid(),
      invitationId: fc.constantFrom(invitation.id, elsewhere.invitationId),
      createdAt: anyInstant,
    }),
  ),
  isCustomerOfProvider: fc.boolean(),
});
const anyFacts: fc.Arbitrary<AcceptanceFacts> = fc.record({
  invitation: fc.record({
    id: fc.constant(invitation.id),
    status: fc.constantFrom(...invitationStatuses),
    reusable: fc.boolean(),
    acceptanceCount: fc.nat(3),
    expiresAt: anyInstant,
    providerId: fc.constant(providerId),
    providerRegion: fc.constantFrom("EUR", "US"),
    providerStatus: fc.constantFrom(...programStatuses),
  }),
  organisationId: fc.constantFrom(resellerId, providerId),
  reseller: fc.option(anyReseller, { nil: undefined }),
  mayAccept: fc.boolean(),
  now: anyInstant,
});
/** Facts near the good ones, so that acceptable cases are common enough to say something. */
const nearlyFine = fc
  .tuple(
    anyFacts,
    fc.array(fc.constantFrom(...Object.keys(fine), ...Object.keys(invitation), ...Object.keys(reseller)), {
      maxLength: 3,
    }),
  )
  .map(([random, replaced]): AcceptanceFacts => {
    const pick = <T extends object>(good: T, other: T | undefined): T =>
      Object.fromEntries(
        Object.entries(good).map(([name, value]) => [
          name,
          replaced.includes(name) && other ? other[name as keyof T] : value,
        ]),
      ) as T;
    return {
      ...fine,
      mayAccept: replaced.includes("mayAccept") ? random.mayAccept : true,
      now: replaced.includes("now") ? random.now : now,
      invitation: pick(invitation, random.invitation),
      reseller: pick(reseller, random.reseller),
    };
  });

const openStatuses: readonly InvitationStatus[] = ["draft", "sent", "opened"];

describe("whatever the facts", () => {
  test("R20, R22-R24, R27, R28: what is acceptable keeps every rule", () => {
    let acceptable = 0;
    fc.assert(
      fc.property(fc.oneof(anyFacts, nearlyFine), (facts) => {
        const decision = decideAcceptance(facts);
        if (decision.outcome !== "acceptable") return;
        acceptable += 1;
        const { invitation: i, reseller: r } = facts;
        expect(facts.mayAccept).toBe(true);
        expect(openStatuses).toContain(i.status);
        expect(i.expiresAt > facts.now).toBe(true);
        expect(i.reusable || i.acceptanceCount === 0).toBe(true);
        expect(facts.organisationId).not.toBe(i.providerId);
        expect(r).toMatchObject({ region: i.providerRegion, vettingStatus: "authorized", partnership: null });
        expect(r?.agreementSignedAt).not.toBeNull();
        expect(r?.isCustomerOfProvider).toBe(false);
        expect(["suspended", "declined", "deauthorized", "qualified_pending"]).not.toContain(
          r?.programStatus,
        );
        expect(["suspended", "declined", "deauthorized"]).not.toContain(i.providerStatus);
        expect(r?.locations.find(({ partnerId }) => partnerId === decision.partnerId)?.type).toBe("location");
      }),
      { numRuns: 2_000 },
    );
    expect(acceptable).toBeGreaterThan(50);
  });

  test("an invitation that has expired never becomes acceptable by waiting longer", () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(1_000_000_000), (facts, wait) => {
        const decision = decideAcceptance(facts);
        if (decision.outcome !== "refused" || decision.refusal.code !== "invitation_expired") return;
        const later = { ...facts, now: new Date(facts.now.getTime() + wait) };
        expect(decideAcceptance(later)).toMatchObject({ refusal: { code: "invitation_expired" } });
      }),
    );
  });

  test("without the right to accept nothing is ever acceptable", () => {
    fc.assert(
      fc.property(nearlyFine, (facts) => {
        expect(decideAcceptance({ ...facts, mayAccept: false }).outcome).not.toBe("acceptable");
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import type { Failure } from "../kernel/failure";
import { historyOf } from "./history";
import { updatesMax } from "./model";
import type { PartnerIdStanding } from "./reseller-of-record";
import { type ChangeFacts, type ChangeRequest, decideChange, type SubscriptionValues } from "./rules";
import { changeWindowEndsAt } from "./term";

const now = new Date("2026-11-22T12:00:00Z");
const bought = new Date("2026-11-20T10:00:00Z");
const longAgo = new Date("2026-01-10T10:00:00Z");

const standing: PartnerIdStanding = {
  organisationId: "reseller",
  kind: "indirect_reseller",
  locationType: "location",
  partnerId: "0012345",
  companyName: "Reseller",
  country: "IT",
  cspRegion: "Europe",
  programStatus: "active",
  agreementSignedAt: longAgo,
};

const current: SubscriptionValues = {
  friendlyName: "Mail",
  quantity: 10,
  resellerOfRecordId: null,
  resellerOfRecordPartnerId: null,
  resellerOfRecordName: null,
  supportContactId: "provider",
  supportContactName: "Provider",
};

const withReseller = {
  ...current,
  resellerOfRecordId: "reseller",
  resellerOfRecordPartnerId: "0012345",
  resellerOfRecordName: "Reseller",
};

const facts: ChangeFacts = {
  current,
  status: "active",
  minimumQuantity: 1,
  maximumQuantity: 300,
  commitmentEndsAt: new Date("2027-01-09T23:59:59.999Z"),
  updateCount: 3,
  batches: [
    { id: "first", quantity: 8, addedAt: longAgo, reducibleUntil: changeWindowEndsAt(longAgo) },
    { id: "second", quantity: 2, addedAt: bought, reducibleUntil: changeWindowEndsAt(bought) },
  ],
  provider: { id: "provider", cspRegion: "Europe", name: "Provider", programStatus: "active" },
  customerReviewStatus: "ok",
  standing: null,
  eligibleSupportContact: null,
};

function decide(request: ChangeRequest, change: Partial<ChangeFacts> = {}) {
  return decideChange({ ...facts, ...change }, request, now);
}

function failureOf(request: ChangeRequest, change: Partial<ChangeFacts> = {}): Failure | undefined {
  const decision = decide(request, change);
  return decision.ok ? undefined : decision.failure;
}

function problemsOf(request: ChangeRequest, change: Partial<ChangeFacts> = {}) {
  const failure = failureOf(request, change);
  return failure?.kind === "invalid" ? failure.problems : [];
}

describe("one Submit", () => {
  test("span 219: carries several changes and says which values differ", () => {
    const decision = decide(
      {
        friendlyName: "  Mail for sales ",
        quantity: 12,
        resellerPartnerId: "12345",
        supportContactId: "reseller",
      },
      { standing, eligibleSupportContact: { id: "reseller", name: "Reseller" } },
    );
    expect(decision).toMatchObject({
      ok: true,
      value: {
        added: 2,
        taken: [],
        values: {
          ...withReseller,
          friendlyName: "Mail for sales",
          quantity: 12,
          supportContactId: "reseller",
          supportContactName: "Reseller",
        },
        changed: ["friendlyName", "quantity", "resellerOfRecordPartnerId", "supportContactId"],
      },
    });
  });

  test("tells the problem of every field at once, and nothing is decided", () => {
    const problems = problemsOf({
      friendlyName: " ",
      quantity: 500,
      resellerPartnerId: "9",
      supportContactId: "x",
    });
    expect(problems.map(({ field }) => field)).toEqual([
      "quantity",
      "friendlyName",
      "reseller",
      "supportContactId",
    ]);
  });

  test("what is sent as it was changes nothing", () => {
    const same = {
      friendlyName: "Mail",
      quantity: 10,
      resellerPartnerId: "12345",
      supportContactId: "provider",
    };
    expect(decide(same, { current: withReseller })).toMatchObject({ ok: true, value: { changed: [] } });
    expect(decide({})).toMatchObject({ ok: true, value: { changed: [] } });
  });
});

describe("the state of the subscription", () => {
  test.each([
    ["deleted", "rejected", "subscription.deleted"],
    ["suspended", "rejected", "subscription.suspended"],
    ["pending", "conflict", "subscription.pending"],
    ["expired", "rejected", "subscription.ended"],
    ["disabled", "rejected", "subscription.ended"],
  ] as const)("a %s subscription takes no change", (status, kind, code) => {
    expect(failureOf({ friendlyName: "New" }, { status })).toMatchObject({ kind, code });
  });

  test("900277: nor does one whose term has ended and that was not renewed", () => {
    const ended = { commitmentEndsAt: new Date(now.getTime() - 1) };
    expect(failureOf({ quantity: 11 }, ended)).toMatchObject({ code: "subscription.expiring" });
    expect(failureOf({ quantity: 11 }, { commitmentEndsAt: now })).toBeUndefined();
  });

  test("R102, 900311: the 1,200th change is the last", () => {
    expect(failureOf({ quantity: 11 }, { updateCount: updatesMax - 1 })).toBeUndefined();
    expect(failureOf({ quantity: 11 }, { updateCount: updatesMax })).toMatchObject({
      code: "subscription.too_many_updates",
      params: { limit: 1_200 },
    });
  });
});

describe("seats", () => {
  test.each([Number.NaN, 10.5, 1e300])("%d is no number of licences", (quantity) => {
    expect(problemsOf({ quantity })).toEqual([
      { field: "quantity", code: "subscription.quantity_not_whole" },
    ]);
  });

  test.each([0, 301, -1])("R91, 2002: %i seats are outside the range, which is told", (quantity) => {
    expect(problemsOf({ quantity })).toEqual([
      { field: "quantity", code: "subscription.quantity_range", params: { minimum: 1, maximum: 300 } },
    ]);
  });

  test("R101: seats inside their window can be taken back, youngest first", () => {
    expect(decide({ quantity: 9 })).toMatchObject({
      ok: true,
      value: { taken: [{ batchId: "second", quantity: 1, remaining: 1 }] },
    });
  });

  test("900257: more than that cannot, and the message says how many, until when, and from when all can", () => {
    expect(problemsOf({ quantity: 7 })).toEqual([
      {
        field: "quantity",
        code: "subscription.window_partial",
        params: { reducible: 2, least: 8, until: "2026-11-27 10:00 UTC", renews: "2027-01-09 23:59 UTC" },
      },
    ]);
  });

  test("800090: after the last window the message says when it closed and from when it is possible again", () => {
    const old = { batches: facts.batches.slice(0, 1), current: { ...current, quantity: 8 } };
    expect(problemsOf({ quantity: 7 }, old)).toEqual([
      {
        field: "quantity",
        code: "subscription.window_over",
        params: { closed: "2026-01-17 10:00 UTC", renews: "2027-01-09 23:59 UTC" },
      },
    ]);
  });

  test("R9, R67: more seats need a provider in good standing and a customer that may transact; fewer do not", () => {
    const suspended = { provider: { ...facts.provider, programStatus: "suspended" } };
    expect(problemsOf({ quantity: 11 }, suspended)).toMatchObject([
      { code: "subscription.provider_suspended" },
    ]);
    expect(problemsOf({ quantity: 11 }, { customerReviewStatus: "under_review" })).toMatchObject([
      { code: "subscription.customer_under_review" },
    ]);
    expect(problemsOf({ quantity: 11 }, { customerReviewStatus: "not_approved" })).toMatchObject([
      { code: "subscription.customer_not_approved" },
    ]);
    expect(
      failureOf({ quantity: 9 }, { ...suspended, customerReviewStatus: "not_approved" }),
    ).toBeUndefined();
  });
});

describe("the reseller of record", () => {
  const invalid = { ...standing, agreementSignedAt: null };

  test("span 141, R98: is set to a reseller, stored with its id as registered", () => {
    expect(decide({ resellerPartnerId: "12345" }, { standing })).toMatchObject({
      ok: true,
      value: { values: withReseller },
    });
  });

  test.each(["12x", "", "12345678901"])("2000: %j is no partner id", (resellerPartnerId) => {
    expect(problemsOf({ resellerPartnerId })).toEqual([{ field: "reseller", code: "partner_id.malformed" }]);
  });

  test("R98: is taken away by No indirect reseller, without any validation", () => {
    const change = { current: withReseller, standing: invalid };
    expect(decide({ resellerPartnerId: null }, change)).toMatchObject({
      ok: true,
      value: { values: { resellerOfRecordId: null, resellerOfRecordPartnerId: null } },
    });
  });

  test("R25: a changed quantity validates the reseller that stands there, and the same Submit may replace it", () => {
    const change = { current: withReseller, standing: invalid };
    const problem = {
      field: "quantity",
      code: "partner_id.agreement_missing",
      params: { id: "0012345", name: "Reseller" },
    };
    expect(problemsOf({ quantity: 11 }, change)).toEqual([problem]);
    expect(problemsOf({ quantity: 9 }, change)).toEqual([problem]);
    expect(problemsOf({ quantity: 11, resellerPartnerId: "12345" }, change)).toEqual([
      { ...problem, field: "reseller" },
    ]);
    expect(failureOf({ quantity: 11, resellerPartnerId: null }, change)).toBeUndefined();
  });

  test("R25: a new nickname or support contact asks nothing of it", () => {
    expect(failureOf({ friendlyName: "New" }, { current: withReseller, standing: invalid })).toBeUndefined();
  });
});

describe("the support contact", () => {
  test("R120: can always be the provider again", () => {
    const change = { current: { ...current, supportContactId: "reseller", supportContactName: "Reseller" } };
    expect(decide({ supportContactId: "provider" }, change)).toMatchObject({
      ok: true,
      value: { values: { supportContactId: "provider", supportContactName: "Provider" } },
    });
  });

  test("R121: is no reseller that is neither partner nor associated", () => {
    expect(problemsOf({ supportContactId: "stranger" })).toMatchObject([
      { field: "supportContactId", code: "subscription.support_contact_not_eligible" },
    ]);
  });

  test("R33, R123: stays where it is when the reseller is no partner any more, and other changes go through", () => {
    const change = { current: { ...current, supportContactId: "former", supportContactName: "Former" } };
    expect(decide({ supportContactId: "former", quantity: 11 }, change)).toMatchObject({ ok: true });
  });
});

describe("the nickname", () => {
  test.each([
    ["", "text.required"],
    ["x".repeat(101), "text.too_long"],
    ["a\u202Eb", "text.direction_control"],
  ])("%j is refused", (friendlyName, code) => {
    expect(problemsOf({ friendlyName })).toMatchObject([{ field: "friendlyName", code }]);
  });
});

test("the history tells each changed value before and after, by name", () => {
  const decision = decide({ quantity: 12, resellerPartnerId: "12345" }, { standing });
  expect(decision.ok && historyOf(current, decision.value)).toEqual([
    { kind: "quantity", before: { quantity: 10 }, after: { quantity: 12 } },
    {
      kind: "reseller_of_record",
      before: { name: null, partnerId: null },
      after: { name: "Reseller", partnerId: "0012345" },
    },
  ]);
});

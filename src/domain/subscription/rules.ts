import { conflict, invalid, rejected } from "../kernel/failure";
import type { FieldProblem } from "../kernel/field-problem";
import { failed, ok, type Result } from "../kernel/result";
import { parseLine } from "../kernel/text";
import { type LicenceBatch, nicknameLimits, type SubscriptionStatus, updatesMax } from "./model";
import {
  findPartnerIdRefusal,
  isPartnerId,
  type PartnerIdStanding,
  type SellingProvider,
} from "./reseller-of-record";
import { planSeats, type SeatPlan, type TakenSeats } from "./seats";

/** The values of a subscription that its detail page can change (S-20). */
export type SubscriptionValues = {
  readonly friendlyName: string;
  readonly quantity: number;
  readonly resellerOfRecordId: string | null;
  readonly resellerOfRecordPartnerId: string | null;
  readonly resellerOfRecordName: string | null;
  readonly supportContactId: string;
  readonly supportContactName: string | null;
};

/** Everything a decision about a change needs, read in one statement. */
export type ChangeFacts = {
  readonly current: SubscriptionValues;
  readonly status: SubscriptionStatus;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly commitmentEndsAt: Date;
  readonly updateCount: number;
  readonly batches: readonly LicenceBatch[];
  readonly provider: SellingProvider & { readonly name: string; readonly programStatus: string };
  readonly customerReviewStatus: string;
  /** What stands behind the wanted partner id, or else behind the present one. */
  readonly standing: PartnerIdStanding | null;
  /** The wanted support contact, when it is a reseller that could be one (R121). */
  readonly eligibleSupportContact: { readonly id: string; readonly name: string } | null;
};

/** What is asked for; what is left out stays as it is. */
export type ChangeRequest = {
  readonly friendlyName?: string | undefined;
  readonly quantity?: number | undefined;
  /** A partner id as typed or listed; `null` for **No indirect reseller**. */
  readonly resellerPartnerId?: string | null | undefined;
  readonly supportContactId?: string | undefined;
};

/** A change that may be stored: the values afterwards, how the seats get there, and which values differ. */
export type SubscriptionChange = {
  readonly values: SubscriptionValues;
  readonly added: number;
  readonly taken: readonly TakenSeats[];
  readonly changed: readonly (keyof SubscriptionValues)[];
};

/** An instant as messages show it, the same in every language. */
function instantText(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** What decides whether a subscription takes changes at all. */
export type SubscriptionState = Pick<ChangeFacts, "status" | "commitmentEndsAt" | "updateCount">;

/** Why a subscription takes no change now; nothing when it does (R102; 2001, 2011, 800091, 900277–900279, 900311). */
export function findStateRefusal({ status, commitmentEndsAt, updateCount }: SubscriptionState, now: Date) {
  if (status === "deleted") return rejected("subscription.deleted");
  if (status === "suspended") return rejected("subscription.suspended");
  if (status === "pending") return conflict("subscription.pending");
  if (status !== "active") return rejected("subscription.ended");
  if (now.getTime() > commitmentEndsAt.getTime()) {
    return rejected("subscription.expiring", { ended: instantText(commitmentEndsAt) });
  }
  if (updateCount >= updatesMax) return rejected("subscription.too_many_updates", { limit: updatesMax });
  return undefined;
}

function findQuantityProblem(facts: ChangeFacts, wanted: number, plan: SeatPlan): FieldProblem | undefined {
  const field = "quantity";
  const { minimumQuantity: minimum, maximumQuantity: maximum } = facts;
  if (!Number.isSafeInteger(wanted)) return { field, code: "subscription.quantity_not_whole" };
  if (plan.kind === "unchanged") return undefined;
  if (wanted < minimum || wanted > maximum) {
    return { field, code: "subscription.quantity_range", params: { minimum, maximum } };
  }
  if (plan.kind === "refused") return windowProblem(facts, plan);
  if (plan.kind === "decrease") return undefined;
  if (facts.provider.programStatus !== "active") return { field, code: "subscription.provider_suspended" };
  if (facts.customerReviewStatus === "under_review")
    return { field, code: "subscription.customer_under_review" };
  if (facts.customerReviewStatus !== "ok") return { field, code: "subscription.customer_not_approved" };
  return undefined;
}

function windowProblem(facts: ChangeFacts, plan: Extract<SeatPlan, { kind: "refused" }>): FieldProblem {
  const renews = instantText(facts.commitmentEndsAt);
  if (plan.until === null) {
    const closed = instantText(plan.closedAt ?? facts.commitmentEndsAt);
    return { field: "quantity", code: "subscription.window_over", params: { closed, renews } };
  }
  const least = facts.current.quantity - plan.reducible;
  const params = { reducible: plan.reducible, least, until: instantText(plan.until), renews };
  return { field: "quantity", code: "subscription.window_partial", params };
}

function isSamePartnerId(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && BigInt(a) === BigInt(b));
}

type Reseller = Pick<
  SubscriptionValues,
  "resellerOfRecordId" | "resellerOfRecordPartnerId" | "resellerOfRecordName"
>;

const noReseller: Reseller = {
  resellerOfRecordId: null,
  resellerOfRecordPartnerId: null,
  resellerOfRecordName: null,
};

/** The reseller of record afterwards, validated when it is new and whenever the quantity changes (R25). */
function decideReseller(
  facts: ChangeFacts,
  request: ChangeRequest,
  seatsChange: boolean,
): Result<Reseller, FieldProblem> {
  const { current, standing } = facts;
  const wanted =
    request.resellerPartnerId === undefined ? current.resellerOfRecordPartnerId : request.resellerPartnerId;
  if (wanted === null) return ok(noReseller);
  if (!isPartnerId(wanted)) return failed({ field: "reseller", code: "partner_id.malformed" });
  const isSame = isSamePartnerId(wanted, current.resellerOfRecordPartnerId);
  if (isSame && !seatsChange) return ok(current);
  const refusal = findPartnerIdRefusal(standing, facts.provider);
  if (refusal || standing === null) {
    const field = request.resellerPartnerId === undefined ? "quantity" : "reseller";
    const name = standing?.companyName ?? current.resellerOfRecordName ?? wanted;
    return {
      ok: false,
      failure: {
        field,
        code: refusal ?? "partner_id.unknown",
        params: { id: standing?.partnerId ?? wanted, name },
      },
    };
  }
  if (isSame) return ok(current);
  return ok({
    resellerOfRecordId: standing.organisationId,
    resellerOfRecordPartnerId: standing.partnerId,
    resellerOfRecordName: standing.companyName,
  });
}

type SupportContact = Pick<SubscriptionValues, "supportContactId" | "supportContactName">;

function decideSupportContact(
  facts: ChangeFacts,
  wanted: string | undefined,
): Result<SupportContact, FieldProblem> {
  const { current, provider, eligibleSupportContact: eligible } = facts;
  if (wanted === undefined || wanted === current.supportContactId) return ok(current);
  if (wanted === provider.id) return ok({ supportContactId: provider.id, supportContactName: provider.name });
  if (eligible?.id === wanted)
    return ok({ supportContactId: eligible.id, supportContactName: eligible.name });
  return {
    ok: false,
    failure: { field: "supportContactId", code: "subscription.support_contact_not_eligible" },
  };
}

const comparedValues = ["friendlyName", "quantity", "resellerOfRecordPartnerId", "supportContactId"] as const;

/**
 * Decides on everything one **Submit** carries, all of it or nothing, with a problem for each field that cannot be (S-20,
 * 5.6): nickname, seats inside their range and window (R91, R100, R101), reseller of record (R24, R25, R98) and support
 * contact (R120, R121). Refuses the whole for the subscription's state or too many changes (R102).
 */
export function decideChange(
  facts: ChangeFacts,
  request: ChangeRequest,
  now: Date,
): Result<SubscriptionChange> {
  const refusal = findStateRefusal(facts, now);
  if (refusal) return refusal;
  const { current } = facts;
  const wanted = request.quantity ?? current.quantity;
  const plan = planSeats(facts.batches, wanted, now);
  const quantityProblem = findQuantityProblem(facts, wanted, plan);
  const nickname = request.friendlyName ?? current.friendlyName;
  const name =
    nickname === current.friendlyName ? ok(nickname) : parseLine("friendlyName", nickname, nicknameLimits);
  const reseller = decideReseller(facts, request, plan.kind !== "unchanged");
  const supportContact = decideSupportContact(facts, request.supportContactId);
  if (quantityProblem || !name.ok || !reseller.ok || !supportContact.ok) {
    const refused = [name, reseller, supportContact].flatMap((part) => (part.ok ? [] : [part.failure]));
    return invalid(...(quantityProblem ? [quantityProblem] : []), ...refused);
  }
  const values: SubscriptionValues = {
    friendlyName: name.value,
    quantity: wanted,
    resellerOfRecordId: reseller.value.resellerOfRecordId,
    resellerOfRecordPartnerId: reseller.value.resellerOfRecordPartnerId,
    resellerOfRecordName: reseller.value.resellerOfRecordName,
    supportContactId: supportContact.value.supportContactId,
    supportContactName: supportContact.value.supportContactName,
  };
  return ok({
    values,
    added: plan.kind === "increase" ? plan.added : 0,
    taken: plan.kind === "decrease" ? plan.taken : [],
    changed: comparedValues.filter((value) => values[value] !== current[value]),
  });
}

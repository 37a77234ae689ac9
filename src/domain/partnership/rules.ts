import type { ProgramStatus, VettingStatus } from "../organisation/program-status";
import { type InvitationStatus, isOpen } from "./model";
import type { AcceptanceRefusal, AcceptanceRefusalCode } from "./refusals";

/** What the decision needs to know of the invitation behind a valid token, and of who sent it. */
export type InvitationFacts = {
  readonly id: string;
  readonly status: InvitationStatus;
  readonly reusable: boolean;
  readonly acceptanceCount: number;
  readonly expiresAt: Date;
  readonly providerId: string;
  readonly providerRegion: string;
  readonly providerStatus: ProgramStatus;
};

/** What the decision needs to know of the reseller that would accept, and of what already joins the two. */
export type ResellerFacts = {
  readonly region: string;
  readonly vettingStatus: VettingStatus;
  readonly programStatus: ProgramStatus;
  readonly agreementSignedAt: Date | null;
  readonly partnerId: string | null;
  readonly locations: readonly PartnerIdFacts[];
  readonly partnership: ActivePartnership | null;
  readonly isCustomerOfProvider: boolean;
};

/** One partner id of a company. */
export type PartnerIdFacts = {
  readonly partnerId: string;
  readonly type: "global" | "location";
  readonly isCspAssociated: boolean;
};

/** The active partnership of the two, with the invitation that made it. */
export type ActivePartnership = {
  readonly id: string;
  readonly invitationId: string;
  readonly createdAt: Date;
};

/** Everything an acceptance depends on; `reseller` is missing for organisations that are none. */
export type AcceptanceFacts = {
  readonly invitation: InvitationFacts;
  readonly organisationId: string;
  readonly reseller: ResellerFacts | undefined;
  /** Whether the acting person's roles allow accepting (B2). */
  readonly mayAccept: boolean;
  readonly now: Date;
};

/** What an acceptance would lead to. */
export type AcceptanceDecision =
  | { readonly outcome: "acceptable"; readonly partnerId: string }
  | { readonly outcome: "already_accepted"; readonly partnershipId: string }
  | { readonly outcome: "refused"; readonly refusal: AcceptanceRefusal };

/**
 * Decides an acceptance: the first reason of S-06 that stands in the way, or the location id under which the partnership
 * is made (R20, R22-R24, R27-R29). Whoever has accepted this very invitation already gets the same success again.
 */
export function decideAcceptance(facts: AcceptanceFacts): AcceptanceDecision {
  const { invitation, reseller, now } = facts;
  if (reseller?.partnership?.invitationId === invitation.id) {
    return { outcome: "already_accepted", partnershipId: reseller.partnership.id };
  }
  const closed = whyClosed(invitation, now);
  if (closed) return refused(closed);
  if (facts.organisationId === invitation.providerId) return refusedFor("own_organisation");
  if (!reseller) return refusedFor("not_a_reseller");
  if (!facts.mayAccept) return refusedFor("not_global_admin");
  const unfit = whyUnfit(reseller);
  if (unfit) return refusedFor(unfit);
  const partnerId = transactingPartnerId(reseller);
  if (!partnerId.ok) return refusedFor(partnerId.reason);
  const apart = whyApart(invitation, reseller);
  if (apart) return refused(apart);
  return { outcome: "acceptable", partnerId: partnerId.value };
}

/** Why an invitation can no longer be answered, whoever asks; nothing while it is open. */
export function whyClosed(invitation: InvitationFacts, now: Date): AcceptanceRefusal | undefined {
  if (invitation.status === "revoked") return { code: "invitation_revoked", params: {} };
  if (invitation.status === "declined") return { code: "invitation_declined", params: {} };
  const used = !invitation.reusable && invitation.acceptanceCount > 0;
  if (used || invitation.status === "accepted") return { code: "invitation_used", params: {} };
  if (!isOpen(invitation.status) || invitation.expiresAt <= now) {
    return { code: "invitation_expired", params: { at: day(invitation.expiresAt) } };
  }
  return undefined;
}

function whyUnfit(reseller: ResellerFacts): AcceptanceRefusalCode | undefined {
  if (reseller.programStatus === "deauthorized") return "not_enrolled";
  if (reseller.vettingStatus === "rejected" || reseller.programStatus === "declined")
    return "vetting_rejected";
  if (reseller.vettingStatus === "pending" || reseller.programStatus === "qualified_pending")
    return "vetting_pending";
  if (reseller.programStatus === "suspended") return "reseller_suspended";
  return reseller.agreementSignedAt === null ? "agreement_not_signed" : undefined;
}

type PartnerIdChoice =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: "partner_id_missing" | "partner_id_global" };

/** The location id the reseller transacts with: the one of its CSP tenant, else the one its profile names (R13, R24). */
export function transactingPartnerId({ locations, partnerId }: ResellerFacts): PartnerIdChoice {
  const named = locations.find(
    (location) => partnerId !== null && isSamePartnerId(location.partnerId, partnerId),
  );
  const chosen = locations.find((location) => location.isCspAssociated) ?? named;
  if (!chosen) return { ok: false, reason: "partner_id_missing" };
  return chosen.type === "location"
    ? { ok: true, value: chosen.partnerId }
    : { ok: false, reason: "partner_id_global" };
}

function whyApart(invitation: InvitationFacts, reseller: ResellerFacts): AcceptanceRefusal | undefined {
  if (invitation.providerRegion !== reseller.region) {
    return { code: "other_region", params: { own: reseller.region, theirs: invitation.providerRegion } };
  }
  if (reseller.partnership) {
    return { code: "already_partners", params: { since: day(reseller.partnership.createdAt) } };
  }
  if (reseller.isCustomerOfProvider) return { code: "customer_of_provider", params: {} };
  if (cannotAuthorise.has(invitation.providerStatus)) return { code: "provider_suspended", params: {} };
  return undefined;
}

const cannotAuthorise: ReadonlySet<ProgramStatus> = new Set([
  "qualified_pending",
  "suspended",
  "declined",
  "deauthorized",
]);

/** Partner ids are compared as numbers: leading zeros are for display (1.3). */
export function isSamePartnerId(one: string, other: string): boolean {
  return one.replace(/^0+/, "") === other.replace(/^0+/, "");
}

function refused(refusal: AcceptanceRefusal): AcceptanceDecision {
  return { outcome: "refused", refusal };
}

function refusedFor(code: AcceptanceRefusalCode): AcceptanceDecision {
  return refused({ code, params: {} });
}

function day(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

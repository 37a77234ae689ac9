import type { ProgramStatus } from "../organisation/program-status";

/** Why a reseller cannot be named on new business at the moment (R10, R23, R26). */
export type IneligibleReason =
  | "suspended"
  | "deauthorized"
  | "restricted"
  | "not_active"
  | "agreement_missing"
  | "partner_id_missing";

/** Whether a reseller can be named reseller of record, and if not, why. Never changes the partnership (machine 5.1). */
export type ResellerStanding =
  | { readonly eligible: true }
  | { readonly eligible: false; readonly reason: IneligibleReason };

/** What a provider knows of its reseller, from the card it holds. */
export type ResellerCard = {
  readonly programStatus: ProgramStatus;
  readonly agreementSignedAt: Date | null;
  readonly partnerId: string | null;
};

const reasonOf = {
  suspended: "suspended",
  deauthorized: "deauthorized",
  restricted: "restricted",
  declined: "not_active",
  qualified_pending: "not_active",
  qualified: "not_active",
  active: undefined,
} as const satisfies Record<ProgramStatus, IneligibleReason | undefined>;

/**
 * Whether a reseller may be named reseller of record: active in the programme, the Partner Agreement signed, with a
 * partner id (R10, R23, R24, R26). Gives the first reason against it; for one that only has to sign, that.
 */
export function resellerStanding(card: ResellerCard): ResellerStanding {
  const reason = reasonOf[card.programStatus];
  const isUnsigned = card.agreementSignedAt === null;
  if (reason && !(isUnsigned && card.programStatus === "qualified")) return { eligible: false, reason };
  if (isUnsigned) return { eligible: false, reason: "agreement_missing" };
  if (card.partnerId === null) return { eligible: false, reason: "partner_id_missing" };
  return { eligible: true };
}

import type { OrganisationKind } from "../authorisation/roles";
import type { ProgramStatus } from "../organisation/program-status";
import { resellerStanding } from "../partnership/reseller-standing";

/** What stands behind a partner id, as `partner_id_standing` tells it. */
export type PartnerIdStanding = {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
  readonly locationType: "global" | "location";
  readonly partnerId: string;
  readonly companyName: string;
  readonly country: string;
  readonly cspRegion: string;
  readonly programStatus: ProgramStatus;
  readonly agreementSignedAt: Date | null;
};

/** Who sells: its own id cannot be the reseller's, and the reseller must be in its region. */
export type SellingProvider = { readonly id: string; readonly cspRegion: string };

/** Why a partner id cannot be the reseller of record; each is a message with advice to pass on, and a number of Appendix B. */
export const partnerIdRefusals = {
  "partner_id.malformed": 2000,
  "partner_id.unknown": 2200,
  "partner_id.global": 2200,
  "partner_id.other_region": 2201,
  "partner_id.own": 2072,
  "partner_id.not_a_reseller": 800016,
  "partner_id.agreement_missing": 2203,
  "partner_id.not_enrolled": 2204,
  "partner_id.not_in_good_standing": 900154,
} as const;

/** One of the codes of `partnerIdRefusals`. */
export type PartnerIdRefusal = keyof typeof partnerIdRefusals;

/** Whether a text can be a partner id: 1 to 10 digits (spec 1.3). */
export function isPartnerId(text: string): boolean {
  return /^[0-9]{1,10}$/.test(text);
}

/**
 * Why the id cannot be a reseller of record sold through this provider, or nothing when it can: it exists, is a
 * location and not the provider's own, belongs to an indirect reseller of the same region that is in good standing and
 * has signed the Partner Agreement (R10, R20, R23–R25; 2072, 2200, 2201, 2203, 2204, 800016, 900154). A partnership is
 * not asked for: another id is allowed after **Verify** (R98).
 */
export function findPartnerIdRefusal(
  standing: PartnerIdStanding | null,
  provider: SellingProvider,
): PartnerIdRefusal | undefined {
  if (standing === null) return "partner_id.unknown";
  if (standing.organisationId === provider.id) return "partner_id.own";
  if (standing.kind !== "indirect_reseller") return "partner_id.not_a_reseller";
  if (standing.locationType !== "location") return "partner_id.global";
  if (standing.cspRegion !== provider.cspRegion) return "partner_id.other_region";
  const general = resellerStanding(standing);
  if (general.eligible) return undefined;
  if (general.reason === "agreement_missing") return "partner_id.agreement_missing";
  return general.reason === "not_active" ? "partner_id.not_enrolled" : "partner_id.not_in_good_standing";
}

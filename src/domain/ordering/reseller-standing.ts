import type { FieldProblem } from "../kernel/field-problem";
import { type IneligibleReason, resellerStanding } from "../partnership/reseller-standing";
import type { OrderReseller } from "./model";

const codeOf = {
  suspended: "inactive",
  deauthorized: "inactive",
  restricted: "inactive",
  not_active: "inactive",
  agreement_missing: "no_agreement",
  partner_id_missing: "no_partner_id",
} as const satisfies Record<IneligibleReason, string>;

/**
 * Why a reseller may not be named reseller of record now, as a problem of the field that names it; nothing when it may
 * (R10, R20, R23, R25, R42). Codes `ordering.reseller.*` stand for 2200, 2201, 2203 and 2204.
 */
export function findResellerProblem(
  field: string,
  reseller: OrderReseller | null,
  sellerRegion: string,
): FieldProblem | undefined {
  if (reseller === null) return { field, code: "ordering.reseller.not_partner" };
  const params = { name: reseller.companyName };
  const standing = resellerStanding(reseller);
  if (!standing.eligible) return { field, code: `ordering.reseller.${codeOf[standing.reason]}`, params };
  if (reseller.cspRegion !== sellerRegion) return { field, code: "ordering.reseller.other_region", params };
  return undefined;
}

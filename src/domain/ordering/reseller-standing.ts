import type { FieldProblem } from "../kernel/field-problem";
import type { OrderReseller } from "./model";

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
  if (reseller.programStatus !== "active") return { field, code: "ordering.reseller.inactive", params };
  if (reseller.partnerId === null) return { field, code: "ordering.reseller.no_partner_id", params };
  if (reseller.cspRegion !== sellerRegion) return { field, code: "ordering.reseller.other_region", params };
  if (!reseller.hasSignedAgreement) return { field, code: "ordering.reseller.no_agreement", params };
  return undefined;
}

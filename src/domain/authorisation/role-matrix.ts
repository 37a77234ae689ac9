import { customerRoles, type OrganisationKind, partnerRoles, type Role, vendorRoles } from "./roles";

/**
 * One action of the specification's matrices: what it needs to be done, what it needs to be read where reading alone is
 * allowed, and a cell for each role in the order of the columns: `D` or `i` allowed, `r` read only, `-` denied.
 */
type MatrixRow = { readonly does: string; readonly reads?: string; readonly cells: string };

/** Table 2.2: columns GA UA BA AA SA HD AcA MPN ERV RV. */
export const providerMatrix = {
  A1: { does: "partnership.list", cells: "D D - D D D - - - -" },
  A2: { does: "partnership.request", cells: "D D - D D - - - - -" },
  A3: { does: "partnership.remove", cells: "i - - D - - - - - -" },
  A4: { does: "partnership.export", cells: "i i - i i - - - - -" },
  A5: { does: "customer.list", cells: "D D i D D D - - - -" },
  A6: { does: "customer.create", cells: "D D - D D - - - - -" },
  A7: { does: "customer.edit", cells: "D - - D D D - - - -" },
  A8: { does: "customer.export", cells: "D - - D i - - - - -" },
  A9: { does: "customer.tag", cells: "i - - D - - - - - -" },
  A10: { does: "relationship.request", cells: "D - - D D - - - - -" },
  A11: { does: "relationship.remove", cells: "D - - D D - - - - -" },
  A12: { does: "agreement.attest", cells: "i - - D D - - - - -" },
  A13: { does: "order.place", cells: "D - D D D D - - - -" },
  A14: { does: "subscription.change", cells: "D D i D D D - - - -" },
  A15: { does: "subscription.stop", cells: "D - D D D D - - - -" },
  A16: { does: "reseller_of_record.set", cells: "D i D D D - - - - -" },
  A17: { does: "support_contact.set", cells: "D - - D i D - - - -" },
  A18: { does: "customer_user.manage", cells: "D D - D - - - - - -" },
  A19: { does: "licence.assign", cells: "D D - D D D - - - -" },
  A20: { does: "customer_user.upload", cells: "D - - i - - - - - -" },
  A21: { does: "admin_relationship.request", cells: "- - - D - - - - - -" },
  A22: { does: "admin_relationship.assign", cells: "D D - D - - - - - -" },
  A23: {
    does: "customer_permission.change",
    reads: "customer_permission.read",
    cells: "- - - D r r - - - -",
  },
  A24: { does: "service_request.open", reads: "service_request.read", cells: "D - - D r D - - - -" },
  A25: { does: "service_health.read", cells: "D - - D D D - - - -" },
  A26: { does: "pricing.read", cells: "D D D D D - - D - -" },
  A27: { does: "invoice.read", cells: "D - D D - - - - - -" },
  A28: { does: "credit.read", cells: "i - D - - - - - - -" },
  A29: { does: "activity_log.read", cells: "D D D D D D - - - -" },
  A30: { does: "user.manage", reads: "user.read", cells: "D D - - - - D r - -" },
  A31: { does: "user.reset_password", cells: "D i - - - - - - - -" },
  A32: { does: "company_profile.change", reads: "company_profile.read", cells: "D r - r - - D r - -" },
  A33: { does: "billing_profile.change", cells: "D - D D - - - - - -" },
  A34: { does: "location.manage", reads: "location.read", cells: "D - - - - - D r - -" },
  A35: { does: "partner_agreement.sign", reads: "partner_agreement.read", cells: "D - - r r - - - - -" },
  A36: { does: "reseller_analytics.read", cells: "D D - - - - - - - -" },
  A37: { does: "reseller_performance.read", cells: "D - - D - - - - D D" },
  A38: { does: "usage_budget.manage", cells: "- - - D - - - - - -" },
  A39: { does: "transfer.manage", cells: "i - - D - - - - - -" },
  A40: { does: "partner_ticket.open", cells: "D D D D D D D D D D" },
  A41: { does: "directory_listing.request_change", cells: "D D i D D i i i i i" },
  A42: { does: "security_contact.change", cells: "D - - - - - - - - -" },
} as const satisfies Record<string, MatrixRow>;

/** Table 2.3, in the columns of table 2.2; ordering is absent by design (R90). B2 for admin agents is a setting, off by default. */
export const resellerMatrix = {
  B1: { does: "reseller.enrol", cells: "D - - - - - - - - -" },
  B2: { does: "partnership.accept", cells: "D - - - - - - - - -" },
  B3: { does: "provider.list", cells: "D i - i i i - - - -" },
  B4: { does: "relationship.request", cells: "D - - D - - - - - -" },
  B5: { does: "customer.list", cells: "D - - D i D - - - -" },
  B6: { does: "order.place", cells: "- - - - - - - - - -" },
  B7: { does: "order_request.raise", cells: "i - - i i i - - - -" },
  B8: { does: "agreement.attest", cells: "- - - - - - - - - -" },
  B9: { does: "admin_relationship.request", cells: "- - - D - - - - - -" },
  B10: { does: "customer_user.manage", cells: "D D - D - D - - - -" },
  B11: { does: "service_request.open", cells: "D - - D - D - - - -" },
  B12: { does: "relationship.remove", cells: "- - - - - - - - - -" },
  B13: { does: "partnership.remove", cells: "- - - - - - - - - -" },
  B14: { does: "pricing.read", cells: "- - - - - - - - - -" },
  B15: { does: "invoice.read", cells: "- - - - - - - - - -" },
  B16: { does: "own_analytics.read", cells: "D D - D D - - - - -" },
  A29: providerMatrix.A29,
  A30: providerMatrix.A30,
  A31: providerMatrix.A31,
  A32: providerMatrix.A32,
  A33: providerMatrix.A33,
  A34: providerMatrix.A34,
  A40: providerMatrix.A40,
  A42: providerMatrix.A42,
} as const satisfies Record<string, MatrixRow>;

/** Table 2.4: columns CGA CBA CU. */
export const customerMatrix = {
  C1: { does: "relationship.accept", cells: "D - -" },
  C2: { does: "customer_agreement.accept", cells: "D - -" },
  C3: { does: "admin_relationship.approve", cells: "D - -" },
  C4: { does: "partner_relationship.list", cells: "D i -" },
  C5: { does: "admin_relationship.terminate", cells: "D - -" },
  C6: { does: "order.place", cells: "- - -" },
  C7: { does: "reservation.buy", cells: "i - -" },
  C8: { does: "own_subscription.list", cells: "D D -" },
  C9: { does: "own_user.manage", cells: "D - -" },
  C10: { does: "vendor_ticket.open", cells: "- - -" },
  C11: { does: "tenant_owner.grant", cells: "D - -" },
} as const satisfies Record<string, MatrixRow>;

/** The vendor operator's own table (spec 2.1, our decision): columns operator admin, vetting, catalogue, support, representative. */
export const vendorMatrix = {
  V1: { does: "price_list.import", reads: "price_list.read", cells: "D - D - -" },
  V2: { does: "partner.vet", reads: "partner.read", cells: "D D - r r" },
  V3: { does: "directory_listing.edit", cells: "D - - - D" },
  V4: { does: "escalated_ticket.answer", cells: "D - - D -" },
  V5: { does: "user.manage", cells: "D - - - -" },
} as const satisfies Record<string, MatrixRow>;

type RowsOf<M> = M[keyof M];
type DoesOf<M> = RowsOf<M> extends { does: infer D } ? D : never;
type ReadsOf<M> = Extract<RowsOf<M>, { reads: string }>["reads"];
type MatrixCapability<M> = DoesOf<M> | ReadsOf<M>;

/** What anybody who is signed in may do, whatever the role: see home, own profile and password (spec 2.1 default user). */
export const everybodyMay = ["home.read", "own_account.manage", "notification.read"] as const;

/** Every capability there is; a new action must name one of these. */
export type Capability =
  | MatrixCapability<typeof providerMatrix>
  | MatrixCapability<typeof resellerMatrix>
  | MatrixCapability<typeof customerMatrix>
  | MatrixCapability<typeof vendorMatrix>
  | (typeof everybodyMay)[number];

/** The matrix of each kind of organisation, with the roles its columns stand for. */
export const matrixOf = {
  vendor_operator: { roles: vendorRoles, rows: vendorMatrix },
  indirect_provider: { roles: partnerRoles, rows: providerMatrix },
  indirect_reseller: { roles: partnerRoles, rows: resellerMatrix },
  customer: { roles: customerRoles, rows: customerMatrix },
} as const satisfies Record<
  OrganisationKind,
  { roles: readonly Role[]; rows: Readonly<Record<string, MatrixRow>> }
>;

/** The four kinds of organisation that sign in (spec 0.5). */
export const organisationKinds = [
  "vendor_operator",
  "indirect_provider",
  "indirect_reseller",
  "customer",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Roles a partner's people may hold, directory roles first, then company roles (spec 2.1). */
export const partnerRoles = [
  "global_admin",
  "user_admin",
  "billing_admin",
  "admin_agent",
  "sales_agent",
  "helpdesk_agent",
  "account_admin",
  "mpn_partner_admin",
  "executive_report_viewer",
  "report_viewer",
] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** Roles inside a customer's tenant (spec 2.1). */
export const customerRoles = ["customer_global_admin", "customer_billing_admin", "customer_user"] as const;
export type CustomerRole = (typeof customerRoles)[number];

/** Roles at the vendor operator (spec 2.1, our decision). */
export const vendorRoles = [
  "operator_admin",
  "vetting_agent",
  "catalogue_manager",
  "support_engineer",
  "representative",
] as const;
export type VendorRole = (typeof vendorRoles)[number];

/** Any role somebody can hold; which ones exist where is in {@link rolesOf}. */
export type Role = PartnerRole | CustomerRole | VendorRole;

/** Which roles exist in which kind of organisation. */
export const rolesOf = {
  vendor_operator: vendorRoles,
  indirect_provider: partnerRoles,
  indirect_reseller: partnerRoles,
  customer: customerRoles,
} as const satisfies Record<OrganisationKind, readonly Role[]>;

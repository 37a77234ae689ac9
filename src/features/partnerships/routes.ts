/** The addresses of this slice's pages, and those of other pages it leads to. */
export const routes = {
  resellers: "/provider/indirect-resellers",
  invitations: "/provider/indirect-resellers/invitations",
  invitation: (id: string) => `/provider/indirect-resellers/invitations/${id}`,
  removal: (partnershipId: string) => `/provider/indirect-resellers/${partnershipId}/remove`,
  removed: (partnershipId: string) => `/provider/indirect-resellers/${partnershipId}/removed`,
  providers: "/reseller/indirect-providers",
  accepted: (partnershipId: string) => `/reseller/indirect-providers/${partnershipId}/accepted`,
  providerCustomers: "/provider/customers",
  customersOfReseller: (organisationId: string) => `/provider/customers?reseller=${organisationId}`,
  newCustomerFor: (organisationId: string) => `/provider/customers/new?reseller=${organisationId}`,
  newCustomer: "/provider/customers/new",
  customersOfProvider: (organisationId: string) => `/reseller/customers?provider=${organisationId}`,
} as const;

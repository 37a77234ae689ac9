/** The addresses of this slice's pages, and those of other pages it leads to. */
export const routes = {
  providerList: "/provider/customers",
  resellerList: "/reseller/customers",
  newCustomer: (resellerId: string | null) =>
    resellerId === null ? "/provider/customers/new" : `/provider/customers/new?reseller=${resellerId}`,
  providerCustomer: (id: string) => `/provider/customers/${id}`,
  resellerCustomer: (id: string) => `/reseller/customers/${id}`,
  newSubscription: (id: string) => `/provider/customers/${id}/subscriptions/new`,
  orders: (id: string) => `/provider/customers/${id}/orders`,
  ownSubscriptions: "/customer/subscriptions",
  ownPartners: "/customer/partners",
} as const;

/** The addresses of this slice's pages, and those of other pages it leads to. */
export const routes = {
  detail: (customerId: string, subscriptionId: string) =>
    `/provider/customers/${customerId}/subscriptions/${subscriptionId}`,
  customer: (customerId: string) => `/provider/customers/${customerId}`,
  customers: "/provider/customers",
  add: (customerId: string) => `/provider/customers/${customerId}/subscriptions/new`,
  orders: (customerId: string) => `/provider/customers/${customerId}/orders`,
  own: "/customer/subscriptions",
} as const;

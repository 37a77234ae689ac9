import { z } from "zod";
import { getCustomer } from "#/domain/customer/queries/get-customer";
import { idSchema } from "#/domain/kernel/ids";
import { CustomerScreen } from "#/features/customers/components/customer-screen";
import { customerPageSearch } from "#/features/customers/list-address";
import { routes } from "#/features/customers/routes";
import { SubscriptionList } from "#/features/subscriptions/components/subscription-list";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_reseller",
  access: "customer.list",
  params: z.object({ id: idSchema }),
  search: customerPageSearch,
  load: ({ run, params: { id }, search }) => run(getCustomer, { id, after: search.after ?? search.before }),
  render: ({ viewer, params: { id }, data: { customer, subscriptions } }) => (
    <CustomerScreen
      viewer={viewer}
      capacity="reseller"
      customer={customer}
      subscriptions={
        <SubscriptionList
          viewer={viewer}
          capacity="reseller"
          customerId={id}
          page={subscriptions}
          path={routes.resellerCustomer(id)}
        />
      }
    />
  ),
});

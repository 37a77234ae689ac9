import { listCustomers } from "#/domain/customer/queries/list-customers";
import { CustomerListScreen } from "#/features/customers/components/customer-list-screen";
import { resellerListSearch } from "#/features/customers/list-address";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_reseller",
  access: "customer.list",
  search: resellerListSearch,
  load: ({ run, search: { provider, ...search } }) => run(listCustomers, { ...search, partner: provider }),
  render: ({ viewer, data, search }) => (
    <CustomerListScreen viewer={viewer} capacity="reseller" list={data} search={search} />
  ),
});

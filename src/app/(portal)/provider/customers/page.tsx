import { listCustomers } from "#/domain/customer/queries/list-customers";
import { CustomerListScreen } from "#/features/customers/components/customer-list-screen";
import { providerListSearch } from "#/features/customers/list-address";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "customer.list",
  search: providerListSearch,
  load: ({ run, search: { reseller, ...search } }) => run(listCustomers, { ...search, partner: reseller }),
  render: ({ viewer, data, search }) => (
    <CustomerListScreen viewer={viewer} capacity="provider" list={data} search={search} />
  ),
});

import { z } from "zod";
import { listResellerOptions } from "#/domain/partnership/queries/list-reseller-options";
import { NewCustomerScreen } from "#/features/ordering/components/new-customer-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "customer.create",
  search: z.object({ reseller: z.uuid().optional() }),
  load: ({ run }) => run(listResellerOptions, {}),
  render: ({ viewer, search, data }) => (
    <NewCustomerScreen viewer={viewer} resellers={data} resellerId={search.reseller} />
  ),
});

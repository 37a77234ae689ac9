import { z } from "zod";
import { ok } from "#/domain/kernel/result";
import { findOrderCustomer } from "#/domain/ordering/queries/find-order-customer";
import { listResellerOptions } from "#/domain/partnership/queries/list-reseller-options";
import { NewSubscriptionScreen } from "#/features/ordering/components/new-subscription-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "order.place",
  params: z.object({ id: z.uuid() }),
  load: async ({ params, run }) => {
    const customer = await run(findOrderCustomer, { customerId: params.id });
    if (!customer.ok) return customer;
    const resellers = await run(listResellerOptions, {});
    return resellers.ok ? ok({ customer: customer.value, resellers: resellers.value }) : resellers;
  },
  render: ({ viewer, data }) => (
    <NewSubscriptionScreen viewer={viewer} customer={data.customer} resellers={data.resellers} />
  ),
});

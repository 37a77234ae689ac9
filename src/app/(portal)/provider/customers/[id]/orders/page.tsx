import { z } from "zod";
import { listOrders } from "#/domain/ordering/queries/list-orders";
import { OrderHistoryScreen } from "#/features/ordering/components/order-history-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "customer.list",
  params: z.object({ id: z.uuid() }),
  search: z.object({ after: z.string().optional(), before: z.string().optional() }),
  load: ({ params, search, run }) => run(listOrders, { customerId: params.id, ...search }),
  render: ({ viewer, data }) => <OrderHistoryScreen viewer={viewer} history={data} />,
});

import { z } from "zod";
import { idSchema } from "#/domain/kernel/ids";
import { getSubscription } from "#/domain/subscription/queries/get-subscription";
import { AccessGuide } from "#/features/partnerships/components/access-guide";
import { SubscriptionScreen } from "#/features/subscriptions/components/subscription-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "customer.list",
  params: z.object({ id: idSchema, subscriptionId: idSchema }),
  load: ({ run, params: { id, subscriptionId } }) => run(getSubscription, { customerId: id, subscriptionId }),
  render: ({ viewer, data }) => <SubscriptionScreen viewer={viewer} data={data} guide={<AccessGuide />} />,
});

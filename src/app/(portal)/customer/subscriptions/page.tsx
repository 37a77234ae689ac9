import { listOwnSubscriptions } from "#/domain/subscription/queries/list-own-subscriptions";
import { customerPageSearch } from "#/features/customers/list-address";
import { OwnSubscriptionsScreen } from "#/features/subscriptions/components/own-subscriptions-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "customer",
  access: "own_subscription.list",
  search: customerPageSearch,
  load: ({ run, search }) => run(listOwnSubscriptions, search),
  render: ({ viewer, data }) => <OwnSubscriptionsScreen viewer={viewer} page={data} />,
});

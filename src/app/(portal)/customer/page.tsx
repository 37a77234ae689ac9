import { can } from "#/domain/authorisation/authorise";
import { ok, type Result } from "#/domain/kernel/result";
import {
  type OwnSubscriptionSummary,
  summariseOwnSubscriptions,
} from "#/domain/subscription/queries/summarise-own-subscriptions";
import { CustomerHome } from "#/features/customers/components/customer-home";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "customer",
  access: "home.read",
  load: async ({ run, viewer }): Promise<Result<OwnSubscriptionSummary | null>> =>
    can(viewer.actor, "own_subscription.list") ? run(summariseOwnSubscriptions, {}) : ok(null),
  render: ({ viewer, data }) => <CustomerHome viewer={viewer} summary={data} />,
});

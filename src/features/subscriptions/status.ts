import type { SubscriptionStatus } from "#/domain/subscription/model";
import type { Tone } from "#/ui/tone";

/** How urgent each state of a subscription looks. */
export const toneOfStatus = {
  pending: "info",
  active: "success",
  suspended: "warning",
  expired: "danger",
  disabled: "danger",
  deleted: "neutral",
} as const satisfies Record<SubscriptionStatus, Tone>;

/** Which words say what happens at the end of the term, or what happened. */
export function endWordOf(status: SubscriptionStatus, autoRenew: boolean): "renews" | "expires" | "ended" {
  if (status === "active" || status === "pending") return autoRenew ? "renews" : "expires";
  return status === "suspended" ? "expires" : "ended";
}

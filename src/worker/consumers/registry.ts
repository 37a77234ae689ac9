import type { ConsumerRegistry } from "#/platform/outbox/relay";
import { customerAgreementAttested } from "./customer-agreement-attested";
import { orderCompleted } from "./order-completed";
import { partnershipAccepted } from "./partnership-accepted";

/**
 * Who is told of which event (Appendix C). Every event the domain can emit stands here; `silent` is a decision, too:
 * the removal of a partnership reaches nobody, neither the reseller nor any customer (R35).
 */
export const consumers: ConsumerRegistry = {
  "partnership.accepted": partnershipAccepted,
  "partnership.removed": "silent",
  "customer.created": "silent",
  "customer.agreement_attested": customerAgreementAttested,
  "order.completed": orderCompleted,
};

import { z } from "zod";
import type { EventConsumer } from "#/platform/outbox/relay";
import { tellInBell } from "#/platform/outbox/tell";

const eventData = z.object({ orderId: z.uuid(), customerId: z.uuid() });

const providerRoles = [
  "global_admin",
  "billing_admin",
  "admin_agent",
  "sales_agent",
  "helpdesk_agent",
] as const;
const resellerRoles = ["global_admin", "admin_agent", "helpdesk_agent"] as const;

/**
 * Puts a finished order into the bell of the provider that placed it, and of the resellers it names as reseller of
 * record, provided the customer is associated with them (Appendix C, R3); no prices (R4).
 */
export const orderCompleted: EventConsumer = async (tx, event) => {
  const { orderId } = eventData.parse(event.data);
  const order = await tx.unit.db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: true, customer: { include: { provider: true } } },
  });
  const { customer } = order;
  await tellInBell(tx.unit, {
    organisationId: order.providerId,
    type: "order.completed",
    params: { number: order.number, customer: customer.companyName },
    link: `/provider/customers/${customer.id}/orders`,
    roles: providerRoles,
  });
  const namesReseller = order.lines.some(
    ({ resellerOfRecordId }) => resellerOfRecordId === customer.resellerId,
  );
  if (customer.resellerId === null || !namesReseller) return;
  await tellInBell(tx.unit, {
    organisationId: customer.resellerId,
    type: "order.completed_for_reseller",
    params: { provider: customer.provider.companyName, customer: customer.companyName },
    link: `/reseller/customers/${customer.id}`,
    roles: resellerRoles,
  });
};

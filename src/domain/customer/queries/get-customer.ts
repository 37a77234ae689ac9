import { z } from "zod";
import type { ScopedTx } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import type { Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { SubscriptionListItem } from "../../subscription/model";
import { listSubscriptionsOf } from "../../subscription/queries/subscription-rows";
import type { CustomerDetail } from "../model";
import { capacityOf, inScope, joinPartnerCard, listColumns, partnerColumn } from "../store";

/** A customer with a page of its subscriptions. */
export type CustomerWithSubscriptions = {
  readonly customer: CustomerDetail;
  readonly subscriptions: Page<SubscriptionListItem>;
};

async function findCustomer(tx: ScopedTx, id: string): Promise<CustomerDetail | undefined> {
  const capacity = capacityOf(tx);
  const [row] = await tx.rows<CustomerDetail>(
    sql`select ${listColumns}, ${partnerColumn(capacity)} as "partnerId", c.address, c.registration_id as "registrationId", c.language, c.culture,
        c.agreement_status as "agreementStatus", c.review_status as "reviewStatus", card.partner_id as "partnerPartnerId",
        exists (select from partnership p where p.provider_id = c.provider_id and p.reseller_id = c.reseller_id
          and p.state = 'active') as "hasPartnership", c.created_at as "createdAt", c.version
      from customer c ${joinPartnerCard(tx)} where c.id = ${id}::uuid and ${inScope(tx)}`,
    `customer-${capacity}`,
  );
  return row;
}

/**
 * A customer of the acting provider, or one associated with the acting reseller, with its subscriptions as far as the
 * viewer sold them or is associated with them (R2, R3, R6). Two statements. Anything else is not found.
 */
export const getCustomer = defineQuery({
  name: "customer.get",
  access: "customer.list",
  input: z.strictObject({ id: idSchema, after: z.string().optional() }),
  run: async (tx, { id, after }) => {
    const customer = await findCustomer(tx, id);
    if (!customer) return notFound();
    return ok<CustomerWithSubscriptions>({
      customer,
      subscriptions: await listSubscriptionsOf(tx, id, after),
    });
  },
});

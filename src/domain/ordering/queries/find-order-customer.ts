import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** The customer a **New subscription** page is for: its banner, and what decides whether it can buy at all. */
export type OrderCustomer = {
  readonly id: string;
  readonly tenantId: string;
  readonly companyName: string;
  readonly primaryDomain: string;
  readonly country: string;
  readonly currency: string;
  readonly agreementStatus: "missing" | "attested" | "accepted";
  readonly reviewStatus: "ok" | "under_review" | "not_approved";
  readonly resellerId: string | null;
  readonly resellerName: string | null;
};

/** The customer with this id, when it is the acting provider's own and active; otherwise not found (R2). */
export const findOrderCustomer = defineQuery({
  name: "ordering.find_customer",
  access: "order.place",
  input: z.strictObject({ customerId: idSchema }),
  run: async (tx, { customerId }) => {
    const [customer] = await tx.rows<OrderCustomer>(
      sql`select c.id, c.tenant_id as "tenantId", c.company_name as "companyName", c.primary_domain as "primaryDomain", c.country, c.currency,
          c.agreement_status as "agreementStatus", c.review_status as "reviewStatus", c.reseller_id as "resellerId",
          card.company_name as "resellerName"
        from customer c left join partner_card card on card.viewer_id = c.provider_id and card.subject_id = c.reseller_id
        where c.id = ${customerId}::uuid and c.provider_id = ${scopeOf(tx)}::uuid and c.relationship = 'active'`,
      "order-customer",
    );
    return customer ? ok(customer) : notFound();
  },
});

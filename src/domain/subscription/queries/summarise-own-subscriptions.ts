import { z } from "zod";
import { scopeOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** What a customer's first page tells of its subscriptions (S-26). */
export type OwnSubscriptionSummary = {
  readonly activeCount: number;
  readonly licenceCount: number;
  /** Active ones whose term ends within 30 days. */
  readonly endingCount: number;
  readonly partnerCount: number;
};

/** Counts of the acting customer's active subscriptions, their licences, those that end soon, and its partners. One statement. */
export const summariseOwnSubscriptions = defineQuery({
  name: "subscription.summarise_own",
  access: "own_subscription.list",
  input: z.strictObject({}),
  run: async (tx) => {
    const own = sql`${scopeOf(tx)}::uuid`;
    const [summary] = await tx.rows<OwnSubscriptionSummary>(
      sql`select count(*)::integer as "activeCount", coalesce(sum(s.quantity), 0)::integer as "licenceCount",
          count(*) filter (where s.commitment_ends_at <= ${tx.now}::timestamptz + interval '30 days')::integer as "endingCount",
          (select count(distinct partner.id)::integer from customer c
            cross join lateral (values (c.provider_id), (c.reseller_id)) as partner (id)
            where c.tenant_id = ${own} and c.relationship = 'active' and partner.id is not null) as "partnerCount"
        from subscription s where s.tenant_id = ${own} and s.status = 'active'`,
      "own-subscription-summary",
    );
    if (!summary) throw new Error("an aggregate gives one row");
    return ok(summary);
  },
});

import { z } from "zod";
import { type Cursor, decodeCursor, toPage } from "#/db/keyset";
import { type ScopedTx, scopeOf } from "#/db/scoped-tx";
import { type Sql, sql } from "#/db/sql";
import { can } from "../../authorisation/authorise";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { TermDuration } from "../../subscription/term";
import type { OrderBillingCycle } from "../offer-words";

/** A line of an order in the history. */
export type OrderHistoryLine = {
  readonly offerName: string;
  readonly quantity: number;
  readonly termDuration: TermDuration;
  readonly billingCycle: OrderBillingCycle;
  readonly provisioning: string;
};

/** An order in the history; the total is `null` for roles without pricing. */
export type OrderHistoryItem = {
  readonly id: string;
  readonly number: string;
  readonly placedAt: Date;
  readonly placedByName: string;
  readonly status: "pending" | "completed" | "cancelled";
  readonly currency: string;
  readonly totalMinor: string | null;
  readonly resellerName: string | null;
  readonly lines: readonly OrderHistoryLine[];
};

/** A customer's orders, newest first. */
export type OrderHistory = Page<OrderHistoryItem> & {
  readonly customer: {
    readonly id: string;
    readonly companyName: string;
    readonly resellerName: string | null;
  };
};

type Row = Omit<OrderHistoryItem, "totalMinor"> & { readonly totalMinor: bigint; readonly sort: string };

function range(cursor: Cursor | undefined): Sql {
  if (!cursor) return sql`order by o.created_at desc, o.id`;
  const at = sql`${cursor.sort}::timestamptz`;
  return cursor.direction === "next"
    ? sql`and o.created_at <= ${at} and (o.created_at < ${at} or o.id > ${cursor.id}::uuid) order by o.created_at desc, o.id`
    : sql`and o.created_at >= ${at} and (o.created_at > ${at} or o.id < ${cursor.id}::uuid) order by o.created_at, o.id desc`;
}

function readOrders(tx: ScopedTx, customerId: string, cursor: Cursor | undefined): Promise<Row[]> {
  const provider = sql`${scopeOf(tx)}::uuid`;
  return tx.rows<Row>(
    sql`select o.id, o.number, o.created_at as "placedAt", o.placed_by_name as "placedByName", o.status, o.currency,
        o.total_minor as "totalMinor", card.company_name as "resellerName", content.lines,
        to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sort
      from customer_order o
      cross join lateral (select jsonb_agg(jsonb_build_object('offerName', l.offer_name, 'quantity', l.quantity,
          'termDuration', l.term_duration, 'billingCycle', l.billing_cycle, 'provisioning', l.provisioning) order by l.line_number) as lines,
          (array_agg(l.reseller_of_record_id order by l.line_number))[1] as reseller_id
        from order_line l where l.order_id = o.id and l.provider_id = o.provider_id) content
      left join partner_card card on card.viewer_id = ${provider} and card.subject_id = content.reseller_id
      where o.customer_id = ${customerId}::uuid and o.provider_id = ${provider} ${range(cursor)} limit ${defaultPageSize + 1}`,
    `orders-${cursor?.direction ?? "first"}`,
  );
}

/**
 * The order history of a customer of the acting provider, newest first (S-22). Orders of other providers with the same
 * tenant are not among them (R6). Not found for a customer that is not the provider's own.
 */
export const listOrders = defineQuery({
  name: "ordering.list_orders",
  access: "customer.list",
  input: z.strictObject({
    customerId: idSchema,
    after: z.string().optional(),
    before: z.string().optional(),
  }),
  run: async (tx, { customerId, after, before }) => {
    const [customer] = await tx.rows<OrderHistory["customer"]>(
      sql`select c.id, c.company_name as "companyName", card.company_name as "resellerName"
        from customer c left join partner_card card on card.viewer_id = c.provider_id and card.subject_id = c.reseller_id
        where c.id = ${customerId}::uuid and c.provider_id = ${scopeOf(tx)}::uuid and c.relationship = 'active'`,
      "order-history-customer",
    );
    if (!customer) return notFound();
    const read = decodeCursor(after ?? before, customerId);
    const cursor =
      read &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(read.sort) &&
      !Number.isNaN(Date.parse(read.sort))
        ? read
        : undefined;
    const page = toPage(await readOrders(tx, customerId, cursor), defaultPageSize, cursor, customerId);
    const showsPrices = can(tx.actor, "pricing.read");
    return ok<OrderHistory>({
      ...page,
      customer,
      items: page.items.map(({ sort: _, totalMinor, ...order }) => ({
        ...order,
        totalMinor: showsPrices ? totalMinor.toString() : null,
      })),
    });
  },
});

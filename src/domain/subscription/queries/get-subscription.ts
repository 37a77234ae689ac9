import { z } from "zod";
import { type ScopedTx, scopeOf, userOf } from "#/db/scoped-tx";
import { sql } from "#/db/sql";
import { can } from "../../authorisation/authorise";
import { notFound } from "../../kernel/failure";
import { idSchema } from "../../kernel/ids";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { ChangeKind, HistoryEntry } from "../history";
import type { LicenceBatch, SubscriptionListItem } from "../model";
import { batchesColumn, type StoredBatch, toBatches } from "../store";
import { knownOrganisation } from "./subscription-rows";

/** Somebody who can be the support contact of a subscription (R120, R121). */
export type SupportContactOption = { readonly id: string; readonly name: string };

/** Everything the subscription's own page tells its provider (S-20). */
export type SubscriptionDetail = SubscriptionListItem & {
  readonly customerId: string;
  readonly customerName: string;
  readonly publisher: string | null;
  readonly productTitle: string | null;
  readonly orderNumber: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  readonly startsAt: Date;
  readonly currency: string;
  /** Of one licence for the whole term; `null` for roles that may not read prices (A26). */
  readonly unitPriceMinor: bigint | null;
  readonly batches: readonly LicenceBatch[];
  readonly version: number;
  readonly updateCount: number;
  readonly supportContacts: readonly SupportContactOption[];
  readonly orderedByName: string;
  readonly orderedAt: Date;
};

/** One line of the history as stored, with who did it and when. */
export type ToldChange = HistoryEntry & {
  readonly id: string;
  readonly changedByName: string;
  readonly changedAt: Date;
};

/** A subscription, what happened to it (the newest first, at most `historyMax`), and the time it was read at. */
export type SubscriptionWithHistory = {
  readonly subscription: SubscriptionDetail;
  readonly history: readonly ToldChange[];
  readonly readAt: Date;
};

/** Lines of the history on the page. */
export const historyMax = 50;

const toldKinds = ["quantity", "nickname", "reseller_of_record", "support_contact"] satisfies ChangeKind[];

type Row = Omit<SubscriptionDetail, "batches" | "supportContacts"> & {
  readonly batches: readonly StoredBatch[] | null;
  readonly providerId: string;
  readonly providerName: string;
  readonly eligibleId: string | null;
  readonly eligibleName: string | null;
};

async function findSubscription(tx: ScopedTx, customerId: string, id: string): Promise<Row | undefined> {
  const [row] = await tx.rows<Row>(
    sql`select s.id, s.friendly_name as "friendlyName", s.offer_name as "offerName", s.quantity, s.status,
        s.term_duration as "termDuration", s.billing_cycle as "billingCycle", s.commitment_ends_at as "commitmentEndsAt",
        s.cancellable_until as "cancellableUntil", s.auto_renew as "autoRenew", s.starts_at as "startsAt", s.version,
        s.update_count as "updateCount",
        s.minimum_quantity as "minimumQuantity", s.maximum_quantity as "maximumQuantity", s.currency,
        s.unit_price_minor as "unitPriceMinor", reseller.company_name as "resellerName",
        s.reseller_of_record_partner_id as "resellerPartnerId", s.support_contact_id as "supportContactId",
        support.company_name as "supportContactName", c.id as "customerId", c.company_name as "customerName",
        product.publisher, product.title as "productTitle", o.number as "orderNumber", o.placed_by_name as "orderedByName",
        o.created_at as "orderedAt", ${batchesColumn} as batches, provider.id as "providerId",
        provider.company_name as "providerName", eligible.id as "eligibleId", eligible.name as "eligibleName"
      from subscription s
      join customer c on c.id = s.customer_id and c.provider_id = s.provider_id and c.relationship = 'active'
      join customer_order o on o.id = s.order_id and o.provider_id = s.provider_id
      join organisation provider on provider.id = s.provider_id
      left join product on product.id = s.product_id
      left join lateral (select p.reseller_id as id, p.reseller_name as name from partnership p
        where p.provider_id = s.provider_id and p.reseller_id = c.reseller_id and p.state = 'active') eligible on true
      ${knownOrganisation(tx, sql`reseller`, sql`s.reseller_of_record_id`)}
      ${knownOrganisation(tx, sql`support`, sql`s.support_contact_id`)}
      where s.id = ${id}::uuid and s.customer_id = ${customerId}::uuid and s.provider_id = ${scopeOf(tx)}::uuid`,
    "subscription-detail",
  );
  return row;
}

/** The provider first, then the associated reseller while the two are partners, then whoever it is now (R33, R120, R121). */
function supportContactsOf(row: Row): readonly SupportContactOption[] {
  const options: SupportContactOption[] = [{ id: row.providerId, name: row.providerName }];
  if (row.eligibleId !== null) options.push({ id: row.eligibleId, name: row.eligibleName ?? row.eligibleId });
  if (!options.some(({ id }) => id === row.supportContactId)) {
    options.push({ id: row.supportContactId, name: row.supportContactName ?? row.supportContactId });
  }
  return options;
}

function listHistory(tx: ScopedTx, subscriptionId: string): Promise<ToldChange[]> {
  return tx.rows<ToldChange>(
    sql`select h.id, h.kind, h.before, h.after, h.changed_by_name as "changedByName", h.changed_at as "changedAt"
      from subscription_change h where h.provider_id = ${scopeOf(tx)}::uuid and h.subscription_id = ${subscriptionId}::uuid
        and h.kind = any (${toldKinds}::"SubscriptionChangeKind"[])
      order by h.changed_at desc, h.id limit ${historyMax}`,
    "subscription-history",
  );
}

/**
 * A subscription of one of the acting provider's customers, with its seats by batch, who can support it and what
 * happened to it (S-20, R2). Two statements. Prices only for roles that may read them; anything foreign is not found.
 */
export const getSubscription = defineQuery({
  name: "subscription.get",
  access: "customer.list",
  input: z.strictObject({ customerId: idSchema, subscriptionId: idSchema }),
  run: async (tx, { customerId, subscriptionId }) => {
    // A reseller reads subscriptions in its customer's list only: this page tells prices and seats of the provider (R4).
    if (userOf(tx).organisationKind !== "indirect_provider") return notFound();
    const row = await findSubscription(tx, customerId, subscriptionId);
    if (!row) return notFound();
    const {
      providerId: _id,
      providerName: _name,
      eligibleId: _eligible,
      eligibleName: _eligibleName,
      ...told
    } = row;
    const subscription: SubscriptionDetail = {
      ...told,
      unitPriceMinor: can(userOf(tx), "pricing.read") ? row.unitPriceMinor : null,
      batches: toBatches(row.batches),
      supportContacts: supportContactsOf(row),
    };
    return ok<SubscriptionWithHistory>({
      subscription,
      history: await listHistory(tx, subscriptionId),
      readAt: tx.now,
    });
  },
});

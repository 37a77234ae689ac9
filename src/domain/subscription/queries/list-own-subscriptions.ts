import { z } from "zod";
import { decodeCursor, toPage } from "#/db/keyset";
import { scopeOf } from "#/db/scoped-tx";
import { empty, sql } from "#/db/sql";
import { defaultPageSize, type Page } from "../../kernel/page";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";
import type { SubscriptionListItem } from "../model";
import { knownOrganisation } from "./subscription-rows";

/** A customer's own subscription: who sells it, and whom to turn to (S-26, C8, R122). No price, and no other customer (R5). */
export type OwnSubscription = Pick<
  SubscriptionListItem,
  "id" | "friendlyName" | "offerName" | "quantity" | "status" | "commitmentEndsAt" | "autoRenew"
> & {
  readonly providerName: string | null;
  readonly supportName: string | null;
  readonly supportEmail: string | null;
  readonly supportTelephone: string | null;
  readonly supportWebsite: string | null;
};

/**
 * A page of the acting customer's subscriptions by offer name, whoever sold them, each with its designated support
 * contact's name, e-mail and telephone (R5, R122). One statement.
 */
export const listOwnSubscriptions = defineQuery({
  name: "subscription.list_own",
  access: "own_subscription.list",
  input: z.strictObject({ after: z.string().optional(), before: z.string().optional() }),
  run: async (tx, { after, before }) => {
    const cursor = decodeCursor(after ?? before, {});
    const backwards = cursor?.direction === "previous";
    const position = cursor && sql`(${cursor.sort}, ${cursor.id}::uuid)`;
    const range = position
      ? backwards
        ? sql`and (s.offer_name, s.id) < ${position}`
        : sql`and (s.offer_name, s.id) > ${position}`
      : empty;
    const rows = await tx.rows<OwnSubscription & { readonly sort: string }>(
      sql`select s.id, s.friendly_name as "friendlyName", s.offer_name as "offerName", s.quantity, s.status,
          s.commitment_ends_at as "commitmentEndsAt", s.auto_renew as "autoRenew", provider.company_name as "providerName",
          support.company_name as "supportName", support.support_email as "supportEmail",
          support.support_telephone as "supportTelephone", support.support_website as "supportWebsite", s.offer_name as sort
        from subscription s
        ${knownOrganisation(tx, sql`provider`, sql`s.provider_id`)}
        ${knownOrganisation(tx, sql`support`, sql`s.support_contact_id`)}
        where s.tenant_id = ${scopeOf(tx)}::uuid ${range}
        ${backwards ? sql`order by s.offer_name desc, s.id desc` : sql`order by s.offer_name, s.id`}
        ${sql([`limit ${defaultPageSize + 1}`])}`,
      `own-subscriptions-${cursor?.direction ?? "first"}`,
    );
    const page = toPage(rows, defaultPageSize, cursor, {});
    return ok<Page<OwnSubscription>>({ ...page, items: page.items.map(({ sort: _, ...item }) => item) });
  },
});

import { z } from "zod";
import { scopeOf, userOf } from "#/db/scoped-tx";
import { type Sql, sql } from "#/db/sql";
import { ok } from "../../kernel/result";
import { defineQuery } from "../../operation";

/** Counting stops here, so that home costs the same for every size of organisation; shown as "more than". */
export const countLimit = 1_000;

/** What home counts: each figure is at most `countLimit + 1`. */
export type HomeFigures = {
  readonly partners: number;
  readonly customers: number;
  readonly subscriptions: number;
  readonly renewals: number;
  readonly asOf: Date;
};

type Counts = Omit<HomeFigures, "asOf">;

function capped(rows: Sql): Sql {
  return sql`(select count(*)::int from (${rows} limit ${countLimit + 1}) counted)`;
}

/** Partners, customers, active subscriptions and terms ending within 30 days, in the actor's own scope (S-01). */
export const readHomeFigures = defineQuery({
  name: "overview.read_home_figures",
  access: "home.read",
  input: z.strictObject({}),
  run: async (tx) => {
    const own = sql`${scopeOf(tx)}::uuid`;
    const isProvider = userOf(tx).organisationKind === "indirect_provider";
    const partner = isProvider ? sql`provider_id` : sql`reseller_id`;
    const seller = isProvider ? sql`provider_id` : sql`associated_reseller_id`;
    const active = sql`select 1 from subscription where ${seller} = ${own} and status = 'active'`;
    const [counts] = await tx.db.$queryRaw<Counts[]>`select
      ${capped(sql`select 1 from partnership where ${partner} = ${own} and state = 'active'`)} as partners,
      ${capped(sql`select 1 from customer where ${partner} = ${own} and relationship = 'active'`)} as customers,
      ${capped(active)} as subscriptions,
      ${capped(sql`${active} and commitment_ends_at between ${tx.now} and ${tx.now}::timestamptz + interval '30 days'`)} as renewals`;
    return ok({ partners: 0, customers: 0, subscriptions: 0, renewals: 0, ...counts, asOf: tx.now });
  },
});

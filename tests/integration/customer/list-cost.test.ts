import { beforeAll, describe, expect, test } from "vitest";
import { getCustomer } from "#/domain/customer/queries/get-customer";
import { listCustomers } from "#/domain/customer/queries/list-customers";
import { runQuery } from "#/platform/run-query";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  aPartnership,
  type BuiltOrganisation,
} from "../../support/builders";
import { owner } from "../../support/database";
import { anOffer, aSubscription } from "../../support/ordering-builders";
import { queryAs, valueIn } from "../../support/run";
import { type Cost, costOf, statementsWithin } from "./explained-statements";

type Search = { q?: string; partner?: string; after?: string; before?: string };
type World = { readonly provider: BuiltOrganisation; readonly reseller: BuiltOrganisation };

/**
 * Fills a provider's list by one statement: words of different frequency; of eight customers four have the reseller, two
 * a former partner, and two none.
 */
async function aProviderWith(customerCount: number): Promise<World> {
  const [provider, reseller] = await Promise.all([
    anIndirectProvider().create(),
    anIndirectReseller().create(),
  ]);
  const former = await anIndirectReseller().create();
  await aPartnership(provider, reseller);
  await aPartnership(provider, former, { removed: true });
  await owner.query(
    `with made as (insert into organisation (id, kind, company_name, primary_domain, country, csp_region, currency)
        select gen_random_uuid(), 'customer', (array['Alpine','Bakery','Clinic','Datacenter'])[1 + (n * n) % 4] || ' ' || md5($1::text || n) ||
          case when n % 7 = 0 then ' Common' else '' end || case when n <= 10 then ' Scarce' else '' end,
          md5(n || $1::text) || '.onmicrosoft.example', 'IT', 'Europe', 'EUR' from generate_series(1, $3::int) n
        returning id, company_name, primary_domain)
      insert into customer (id, tenant_id, provider_id, reseller_id, company_name, primary_domain, country, currency, address,
        contact_first_name, contact_last_name, contact_email)
      select gen_random_uuid(), id, $1::uuid, (array[$2, $2, $2, $2, $4, $4, null, null]::uuid[])[1 + ascii(primary_domain) % 8], company_name,
        primary_domain, 'IT', 'EUR', '{}', 'Ada', 'Rossi', 'ada@' || primary_domain from made`,
    [provider.id, reseller.id, customerCount, former.id],
  );
  return { provider, reseller };
}

/** Vacuums a table as autovacuum would, until no older snapshot keeps its pages from being marked visible to all. */
async function settle(table: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await owner.query(`vacuum (analyze) ${table}`);
    const { rows } = await owner.query<{ settled: boolean }>(
      "select relallvisible >= relpages * 0.9 as settled from pg_class where oid = $1::regclass",
      [table],
    );
    if (rows[0]?.settled) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${table} could not be vacuumed`);
}

function statementsOf(viewer: BuiltOrganisation, search: Search) {
  const context = { correlationId: "cost", source: "page" } as const;
  return statementsWithin((host) => runQuery(listCustomers, viewer.admin, search, context, host));
}

async function costOfList(viewer: BuiltOrganisation, search: Search): Promise<Cost> {
  const [statement, ...more] = await statementsOf(viewer, search);
  if (!statement || more.length > 0) throw new Error(`the list took ${1 + more.length} statements`);
  return costOf(viewer.admin, statement);
}

/** Steps so many pages forward and gives the last cursor. */
async function cursorAfter(viewer: BuiltOrganisation, pages: number): Promise<string> {
  let after = "";
  for (let page = 0; page < pages; page += 1) {
    after = valueIn(await queryAs(viewer.admin, listCustomers, after ? { after } : {})).next ?? "";
  }
  return after;
}

/** Pages read by any view of the list, at any size (P7). */
const buffersMax = 400;
/** The most a page may read at the larger size for each page read at the smaller (P7: list query below 1.5). */
const growthMax = 1.5;

describe("what the customer list costs", () => {
  let small: World;
  let large: World;

  beforeAll(async () => {
    small = await aProviderWith(2_000);
    large = await aProviderWith(20_000);
    await settle("customer");
    await settle("partner_card");
  }, 120_000);

  const views: readonly (readonly [string, (world: World) => Search])[] = [
    ["the first page", () => ({})],
    ["the first page of one reseller (W1)", ({ reseller }) => ({ partner: reseller.id })],
    ["customers without a reseller", () => ({ partner: "none" })],
    ["customers of former partners", () => ({ partner: "former" })],
    ["a search for a word in every domain (W2)", () => ({ q: "onmicrosoft" })],
    ["a search for a common word", () => ({ q: "common" })],
    ["a search for a scarce word", () => ({ q: "scarce" })],
    ["a search for a word that is nowhere", () => ({ q: "qqzzqq" })],
    ["a search among the customers of former partners", () => ({ partner: "former", q: "scarce" })],
    ["a search within one reseller (W2)", ({ reseller }) => ({ partner: reseller.id, q: "common" })],
    ["a search of one letter", () => ({ q: "b" })],
  ];

  test.each(views)(
    "%s is one statement beside the scope, reads no table from end to end and few pages",
    async (_, viewOf) => {
      const [before, after] = [
        await costOfList(small.provider, viewOf(small)),
        await costOfList(large.provider, viewOf(large)),
      ];
      expect([before.scanned, after.scanned]).toEqual([[], []]);
      expect(after.buffers).toBeLessThanOrEqual(buffersMax);
      // Below some sixty pages the difference is only the height of the indexes.
      expect(after.buffers).toBeLessThanOrEqual(Math.max(60, before.buffers * growthMax));
    },
  );

  test.each([
    ["page", {}],
    ["search", { q: "common" }],
  ])("a reseller's own %s costs no more than a provider's", async (_, search) => {
    const cost = await costOfList(large.reseller, search);
    expect(cost.scanned).toEqual([]);
    expect(cost.buffers).toBeLessThanOrEqual(buffersMax);
  });

  test("P4: a page in the depth costs what the first costs, forwards and backwards (W3)", async () => {
    const cursor = await cursorAfter(large.provider, 200);
    const [first, deep, back] = [
      await costOfList(large.provider, {}),
      await costOfList(large.provider, { after: cursor }),
      await costOfList(large.provider, { before: cursor }),
    ];
    for (const cost of [deep, back]) {
      expect(cost.scanned).toEqual([]);
      expect(cost.buffers).toBeLessThanOrEqual(first.buffers * 1.2 + 4);
    }
  });

  test("a customer with its subscriptions is two statements beside the scope, without a full read (W4)", async () => {
    const customer = await aCustomer(large.provider, { reseller: large.reseller });
    const offer = await anOffer();
    for (let n = 0; n < 5; n += 1) await aSubscription(customer, { offer });
    await settle("subscription");
    const context = { correlationId: "cost", source: "page" } as const;
    for (const viewer of [large.provider, large.reseller]) {
      const statements = await statementsWithin((host) =>
        runQuery(getCustomer, viewer.admin, { id: customer.id }, context, host),
      );
      expect(statements.length).toBe(2);
      for (const statement of statements) {
        const cost = await costOf(viewer.admin, statement);
        expect(cost.scanned.filter((table) => table === "customer")).toEqual([]);
        expect(cost.buffers).toBeLessThanOrEqual(buffersMax);
      }
    }
  });
});

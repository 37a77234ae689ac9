import { beforeAll, describe, expect, test } from "vitest";
import { actAs, type Unit } from "#/db/act-as";
import { Prisma } from "#/db/generated/client";
import { sql } from "#/db/sql";
import { type UserActor, visitor } from "#/domain/authorisation/actor";
import { newId } from "#/domain/kernel/ids";
import {
  aCustomer,
  anIndirectProvider,
  anIndirectReseller,
  anInvitation,
  aPartnership,
  aTenant,
  type BuiltOrganisation,
} from "../../support/builders";
import { fixtures, owner } from "../../support/database";
import { draftOperation } from "../../support/draft-operation";
import { aSubscription } from "../../support/ordering-builders";
import { runAs } from "../../support/run";
import { runtime } from "../../support/runtime";

/**
 * Two providers share one reseller and one customer; each has another reseller and customer that the other must never
 * learn of. Every organisation has notices, mails, answers to forms and an activity log of its own.
 */
async function buildWorld() {
  const [brenta, kestrel] = [await anIndirectProvider().create(), await anIndirectProvider().create()];
  const [lario, vesuvio, etna] = [
    await anIndirectReseller().create(),
    await anIndirectReseller().create(),
    await anIndirectReseller().create(),
  ];
  for (const [provider, reseller] of [
    [brenta, lario],
    [brenta, vesuvio],
    [kestrel, lario],
    [kestrel, etna],
  ] as const)
    await aPartnership(provider, reseller);
  const joint = await aTenant().create();
  const [aurora, opale] = [await aTenant().create(), await aTenant().create()];
  const customers = [
    await aCustomer(brenta, { tenant: joint, reseller: vesuvio }),
    await aCustomer(kestrel, { tenant: joint, reseller: lario }),
    await aCustomer(brenta, { tenant: aurora, reseller: lario }),
    await aCustomer(kestrel, { tenant: opale, reseller: etna }),
  ];
  for (const customer of customers) await aSubscription(customer);
  const everybody = { brenta, kestrel, lario, vesuvio, etna, joint, aurora, opale };
  for (const provider of [brenta, kestrel]) {
    await anInvitation(provider);
    await runAs(provider.admin, draftOperation(), { language: "en" }, { key: newId() });
  }
  for (const { id } of Object.values(everybody)) await writeTraces(id);
  return everybody;
}

async function writeTraces(organisationId: string): Promise<void> {
  await fixtures.notification.createMany({
    data: [
      { id: newId(), organisationId, type: "order.completed", params: { of: organisationId }, roles: [] },
    ],
  });
  await fixtures.auditRecord.createMany({
    data: [
      {
        id: newId(),
        organisationId,
        actorKind: "user",
        actorName: organisationId,
        operation: "x",
        outcome: "succeeded",
        correlationId: "c",
      },
    ],
  });
}

type World = Awaited<ReturnType<typeof buildWorld>>;
let world: World;
let tables: readonly string[];

beforeAll(async () => {
  world = await buildWorld();
  const { rows } = await owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'rate_limit') order by 1",
  );
  tables = rows.map(({ name }) => name);
});

/** Every row of every table the actor's role may read, as text by table; tables it may not read at all are left out. */
async function readable(unit: Unit): Promise<ReadonlyMap<string, readonly string[]>> {
  const seen = new Map<string, readonly string[]>();
  for (const table of tables) {
    const columns = await unit.rows<{ name: string }>(
      sql`select column_name::text as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table}
          and has_column_privilege(format('public.%I', ${table}::text)::regclass, column_name::text, 'select')`,
    );
    if (columns.length === 0) continue;
    const list = columns.map(({ name }) => `"${name}"`).join(", ");
    const rows = await unit.rows<{ row: string }>(
      Prisma.raw(`select (r.*)::text as row from (select ${list} from "${table}") r`),
    );
    seen.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return seen;
}

type Cast = keyof World;
type Case = { readonly who: Cast; readonly mayKnow: readonly Cast[] };

const cases: readonly Case[] = [
  { who: "brenta", mayKnow: ["lario", "vesuvio", "joint", "aurora"] },
  { who: "kestrel", mayKnow: ["lario", "etna", "joint", "opale"] },
  { who: "lario", mayKnow: ["brenta", "kestrel", "aurora", "joint"] },
  { who: "vesuvio", mayKnow: ["brenta", "joint"] },
  { who: "etna", mayKnow: ["kestrel", "opale"] },
  { who: "joint", mayKnow: ["brenta", "kestrel", "vesuvio", "lario"] },
  { who: "aurora", mayKnow: ["brenta", "lario"] },
  { who: "opale", mayKnow: ["kestrel", "etna"] },
];

function tracesOf({
  id,
  companyName,
  primaryDomain,
  partnerId,
  admin,
}: BuiltOrganisation): readonly string[] {
  return [id, companyName, primaryDomain, admin.userId, admin.signInName, ...(partnerId ? [partnerId] : [])];
}

describe("the second wall", () => {
  test.each(cases)("$who finds no trace of a stranger in any table it can read", async ({ who, mayKnow }) => {
    const actor = world[who].admin;
    const seen = await actAs(runtime.database, actor, { readOnly: true }, readable);
    expect(seen.size).toBeGreaterThan(15);
    expect([...seen.values()].flat().some((row) => row.includes(actor.organisationId))).toBe(true);
    const strangers = (Object.keys(world) as Cast[]).filter(
      (name) => name !== who && !mayKnow.includes(name),
    );
    for (const stranger of strangers) {
      const traces = tracesOf(world[stranger]);
      const leaks = [...seen].flatMap(([table, rows]) =>
        rows
          .filter((row) => traces.some((trace) => row.includes(trace)))
          .map((row) => `${table}: ${row.slice(0, 80)}`),
      );
      expect(leaks, `${who} learns of ${stranger}`).toEqual([]);
    }
  });

  test.each(cases)(
    "$who reads no account but the own one, and no colleagues but its own",
    async ({ who }) => {
      const { userId, organisationId } = world[who].admin;
      const seen = await actAs(runtime.database, world[who].admin, { readOnly: true }, ({ db }) =>
        Promise.all([
          db.userAccount.findMany({ select: { id: true } }),
          db.membership.findMany({ select: { organisationId: true } }),
          db.userSession.findMany({ select: { userId: true } }),
        ]),
      );
      expect(seen[0]).toEqual([{ id: userId }]);
      expect(new Set(seen[1].map((row) => row.organisationId))).toEqual(new Set([organisationId]));
      expect(new Set(seen[2].map((row) => row.userId))).toEqual(new Set([userId]));
    },
  );

  test("a reseller and a customer see no price, whatever they read (R4)", async () => {
    for (const who of ["lario", "joint"] as const) {
      const seen = await actAs(runtime.database, world[who].admin, { readOnly: true }, readable);
      expect(seen.get("subscription")?.length).toBeGreaterThan(0);
      expect([...seen.keys()]).not.toContain("price");
      expect([...seen.keys()]).not.toContain("order_line");
      const rows = await actAs(runtime.database, world[who].admin, { readOnly: true }, (unit) =>
        unit.rows(sql`select unit_price_minor from subscription`),
      ).catch((error: { code?: string }) => error.code);
      expect(rows).toBe("42501");
    }
  });

  test.each(cases)(
    "$who changes no row of a stranger, and none of its own that its role may not",
    async ({ who }) => {
      const actor: UserActor = world[who].admin;
      const rollBack = new Error("only a probe");
      const attempt = async (statement: string): Promise<number | string> => {
        let outcome: number | string = "";
        await actAs(runtime.database, actor, { readOnly: false }, async (unit) => {
          try {
            outcome = await unit.execute(Prisma.raw(statement));
          } catch (error) {
            outcome = String((error as { code?: string }).code);
          }
          throw rollBack;
        }).catch((error: unknown) => {
          if (error !== rollBack) throw error;
        });
        return outcome;
      };
      const own = await actAs(runtime.database, actor, { readOnly: true }, readable);
      for (const table of tables) {
        const removed = await attempt(`delete from "${table}"`);
        if (typeof removed === "number")
          expect(removed, `delete ${table}`).toBeLessThanOrEqual(own.get(table)?.length ?? 0);
        else expect(["42501", "23503"], `delete ${table}`).toContain(removed);
        expect(await attempt(`truncate "${table}" cascade`), `truncate ${table}`).toBe("42501");
      }
      for (const { table, column } of await writableColumns()) {
        const changed = await attempt(`update "${table}" set "${column}" = "${column}"`);
        if (typeof changed === "number")
          expect(changed, `update ${table}`).toBeLessThanOrEqual(own.get(table)?.length ?? 0);
        else expect(["42501"], `update ${table}`).toContain(changed);
      }
    },
  );

  test("nobody reads or writes anything outside a unit of work, not even with the right password", async () => {
    for (const table of tables) {
      await expect(runtime.database.pool.query(`select 1 from "${table}" limit 1`)).rejects.toMatchObject({
        code: "42501",
      });
    }
  });

  test("a visitor reads no table that belongs to somebody", async () => {
    const seen = await actAs(runtime.database, visitor, { readOnly: true }, readable);
    expect([...seen.keys()].sort()).toEqual(["agreement_template", "directory_listing"]);
  });

  test("a scope ends with its unit of work: the next one on the same connection starts without it", async () => {
    await actAs(runtime.database, world.brenta.admin, { readOnly: true }, (unit) => unit.rows(sql`select 1`));
    const { rows } = await runtime.database.pool.query(
      "select current_user::text as who, current_setting('app.organisation', true) as scope, current_setting('app.user', true) as person",
    );
    expect(rows).toEqual([{ who: "twotier_app", scope: "", person: "" }]);
  });

  test("two hundred units of work at once never see each other's rows", async () => {
    const actors = [world.brenta, world.kestrel, world.lario, world.joint];
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const { admin } = actors[index % actors.length] ?? world.brenta;
        return actAs(runtime.database, admin, { readOnly: true }, async (unit) => {
          const rows = await unit.rows<{ id: string }>(sql`select id from organisation`);
          const found = await unit.db.organisation.findMany({ select: { id: true } });
          return [...rows, ...found].every(({ id }) => id === admin.organisationId) && rows.length === 1;
        });
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });
});

async function writableColumns(): Promise<readonly { table: string; column: string }[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name::text as table, min(column_name::text) as column from information_schema.columns
     where table_schema = 'public' and table_name = any ($1) and is_generated = 'NEVER' group by table_name, data_type`,
    [tables],
  );
  return rows;
}

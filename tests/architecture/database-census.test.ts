import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as catalogue from "./database-catalogue";
import * as walls from "./database-walls";

let database: pg.Client;

beforeAll(async () => {
  database = await catalogue.openCatalogue();
});

afterAll(async () => {
  await database?.end();
});

async function read<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  return (await database.query<Row>(sql)).rows;
}

function allowedConditions(role: string, table: string): readonly RegExp[] {
  const exact = walls.otherConditions[role]?.[table] ?? (role === "acting_system" ? ["true"] : []);
  const own =
    table === "organisation"
      ? ["(id = app_organisation())"]
      : table === "user_account"
        ? ["(id = app_user())"]
        : [];
  const parties = walls.partyColumns.filter((column) => column !== "user_id").join("|");
  return [
    ...[...exact, ...own].map((text) => new RegExp(`^${RegExp.escape(text)}$`)),
    new RegExp(`^\\((${parties}) = app_organisation\\(\\)\\)$`),
    /^\(user_id = app_user\(\)\)$/,
    /^\(tenant_id = administered_tenant\(\)\)$/,
  ];
}

function isNarrow(policy: catalogue.Policy): boolean {
  const role = policy.roles[0] ?? "";
  const conditions = [policy.using, policy.check].filter((condition) => condition !== null);
  const allowed = allowedConditions(role, policy.table);
  const checksWrites = policy.check !== null || policy.command === "SELECT" || policy.command === "DELETE";
  return (
    policy.roles.length === 1 &&
    role.startsWith("acting_") &&
    policy.permissive === "PERMISSIVE" &&
    checksWrites &&
    new Set(conditions).size === 1 &&
    conditions.every((condition) => allowed.some((shape) => shape.test(condition)))
  );
}

describe("row security", () => {
  test("is enabled and forced on every table that is not listed as nobody's", async () => {
    const tables = await read<{ name: string; enabled: boolean; forced: boolean }>(catalogue.tablesSql);
    const open = tables.filter((table) => !(table.enabled && table.forced)).map((table) => table.name);
    expect(open).toEqual(Object.keys(walls.tablesOfNobody).sort());
    expect(tables.length).toBeGreaterThanOrEqual(70);
  });

  test("has a policy for every acting role and command that is granted", async () => {
    const grants = await read<{ role: string; table: string; command: string }>(catalogue.grantsSql);
    const policies = await read<catalogue.Policy>(catalogue.policiesSql);
    const missing = grants.filter(
      (grant) =>
        !(grant.table in walls.tablesOfNobody) &&
        !policies.some(
          (policy) =>
            policy.table === grant.table &&
            policy.roles.includes(grant.role) &&
            (policy.command === "ALL" || policy.command === grant.command),
        ),
    );
    expect(missing).toEqual([]);
    expect(grants.length).toBeGreaterThanOrEqual(400);
  });

  test("is one equality with who acts, for one role, and checks what is written by the same condition", async () => {
    const policies = await read<catalogue.Policy>(catalogue.policiesSql);
    expect(policies.filter((policy) => !isNarrow(policy))).toEqual([]);
    expect(policies.length).toBeGreaterThanOrEqual(180);
  });

  test("is never the union of two policies of one role and command, but on the listed tables of two providers", async () => {
    const policies = await read<catalogue.Policy>(catalogue.policiesSql);
    const seen = new Map<string, number>();
    for (const policy of policies) {
      const commands = policy.command === "ALL" ? ["SELECT", "INSERT", "UPDATE", "DELETE"] : [policy.command];
      for (const command of commands) {
        const key = `${policy.table} ${policy.roles.join()} ${command}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    const doubled = [...seen].filter(
      ([key, count]) => count > 1 && !((key.split(" ")[0] ?? "") in walls.twoSidedTables),
    );
    expect(doubled).toEqual([]);
  });
});

describe("indexes", () => {
  test("stand behind every foreign key", async () => {
    expect(await read(catalogue.unindexedForeignKeysSql)).toEqual([]);
    const keys = await read(
      "select from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace",
    );
    expect(keys.length).toBeGreaterThanOrEqual(90);
  });

  test("that are unique and can be hit by a tenant begin with a party, hold a random id, or are listed with a reason", async () => {
    const indexes = await read<{ name: string; firstColumn: string; holdsOwnId: boolean }>(
      catalogue.uniqueIndexesSql,
    );
    const parties: readonly string[] = walls.partyColumns;
    const telling = indexes.filter((index) => !parties.includes(index.firstColumn) && !index.holdsOwnId);
    expect(telling.map((index) => index.name)).toEqual(Object.keys(walls.uniqueWithoutParty).sort());
    expect(indexes.length).toBeGreaterThanOrEqual(60);
  });
});

describe("doors through the walls", () => {
  test("are known by name, belong to acting_system and have a fixed search path", async () => {
    const functions = await read<{ name: string; isDoor: boolean; owner: string; hasFixedPath: boolean }>(
      catalogue.functionsSql,
    );
    const found = functions.filter((entry) => entry.isDoor);
    expect(found.map((door) => door.name)).toEqual(Object.keys(walls.doors).sort());
    expect(found.filter((door) => door.owner !== "acting_system" || !door.hasFixedPath)).toEqual([]);
  });

  test("open for the acting roles that need them and for nobody else", async () => {
    const functions = await read<{ name: string; isDoor: boolean; openFor: string }>(catalogue.functionsSql);
    const found = functions.filter((entry) => entry.isDoor).map((door) => [door.name, door.openFor]);
    expect(Object.fromEntries(found)).toEqual(walls.doors);
  });

  test("and all other functions are closed to the public", async () => {
    const functions = await read<{ name: string; isPublic: boolean }>(catalogue.functionsSql);
    expect(functions.filter((entry) => entry.isPublic)).toEqual([]);
    expect(functions.length).toBeGreaterThanOrEqual(25);
  });

  test("do not include views that read with their owner's rights, nor materialized views", async () => {
    const views =
      await read(`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm'
      or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions) or 'security_invoker=on' = any (reloptions), false))
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = pg_class.oid and d.deptype = 'e')`);
    expect(views).toEqual([]);
  });
});

describe("rights", () => {
  test("of the login role are none but to assume an acting role, and acting roles cannot sign in or see past the walls", async () => {
    const logins = await read<{
      name: string;
    }>(`select r.rolname::text as name from pg_roles r where r.rolcanlogin and not r.rolsuper
      and pg_has_role(r.oid, 'acting_provider', 'member')`);
    expect(logins.length).toBeGreaterThanOrEqual(1);
    const powerful = await read(`select r.rolname::text as name from pg_roles r
      where (r.rolname like 'acting\\_%' and (r.rolcanlogin or r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb))
        or (r.rolcanlogin and not r.rolsuper and pg_has_role(r.oid, 'acting_provider', 'member')
          and (r.rolinherit or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or has_schema_privilege(r.oid, 'public', 'create')
            or exists (select from pg_auth_members m where m.member = r.oid and (m.inherit_option or m.admin_option))
            or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and (c.relowner = r.oid
              or c.relkind in ('r', 'p', 'v', 'm') and has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
              or c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER')))))`);
    expect(powerful).toEqual([]);
  });

  test("to truncate, reference, attach triggers or maintain are granted to nobody", async () => {
    const granted =
      await read(`select c.relname::text as table, a.grantee::regrole::text as role, a.privilege_type as privilege from pg_class c
      cross join lateral aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
      and (a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') or a.grantee = 0 or a.is_grantable)`);
    expect(granted.filter((grant) => !String(grant.table).startsWith("pg_stat"))).toEqual([]);
  });

  test("never let anybody read what a person signs in with, not even their own", async () => {
    expect(await read(catalogue.readableCredentialsSql)).toEqual([]);
  });

  test("never let a reseller, customer or stranger read a provider's prices, and count the amounts they may read (R4)", async () => {
    const readable = await read<{ column: string }>(catalogue.readableAmountsSql);
    expect(readable.map((row) => row.column)).toEqual([...walls.amountsOfOthers]);
  });
});

describe("records written once", () => {
  test("refuse update, delete and truncate by an enabled trigger", async () => {
    const kept = await read<{
      table: string;
    }>(`select c.relname::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgfoid = 'refuse_change()'::regprocedure and t.tgenabled in ('O', 'A') and t.tgtype & 2 = 2
      group by 1 having bit_or(t.tgtype) & 56 = 56 order by 1`);
    expect(kept.map((row) => row.table)).toEqual([...walls.appendOnlyTables]);
  });

  test("refuse even their owner: an audit record cannot be rewritten", async () => {
    await database.query("begin");
    try {
      await database.query(`insert into audit_record (id, organisation_id, actor_kind, actor_name, operation, outcome, correlation_id)
        values (gen_random_uuid(), gen_random_uuid(), 'system', 'census', 'census', 'succeeded', 'census')`);
      await expect(
        database.query("update audit_record set outcome = 'failed' where correlation_id = 'census'"),
      ).rejects.toThrow("audit_record is append-only");
    } finally {
      await database.query("rollback");
    }
  });
});

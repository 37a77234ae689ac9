import pg from "pg";

const url = process.env.TEST_DATABASE_URL;

/** Reads the catalogue as the owner of the migrated template; without a database there is no census, so it fails. */
export async function openCatalogue(): Promise<pg.Client> {
  if (!url) throw new Error("TEST_DATABASE_URL must name a migrated database, as its owner.");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A policy as PostgreSQL prints it, with the single role it is for. */
export type Policy = {
  readonly table: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly command: string;
  readonly permissive: string;
  readonly using: string | null;
  readonly check: string | null;
};

/** Every policy of the schema. */
export const policiesSql = `select tablename::text as table, policyname::text as name, roles::text[] as roles, cmd as command, permissive,
  qual as using, with_check as check from pg_policies where schemaname = 'public' order by 1, 2`;

/** Every table with the state of its row security. */
export const tablesSql = `select relname::text as name, relrowsecurity as enabled, relforcerowsecurity as forced from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;

/** What each acting role may do on each table, whole or by column. */
export const grantsSql = `select r.rolname::text as role, c.relname::text as table, p.command
  from pg_class c cross join pg_roles r cross join (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) p (command)
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and r.rolname like 'acting\\_%'
    and case when p.command = 'DELETE' then has_table_privilege(r.oid, c.oid, 'DELETE') else has_any_column_privilege(r.oid, c.oid, p.command) end
  order by 1, 2, 3`;

/** Foreign keys no whole index begins with: deleting or renaming the parent, or listing its children, would read the table. */
export const unindexedForeignKeysSql = `select f.conname::text as name from pg_constraint f
  where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
    select from pg_index i where i.indrelid = f.conrelid and i.indpred is null and i.indisvalid
      and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:cardinality(f.conkey) - 1]) k)
        = (select array_agg(k order by k) from unnest(f.conkey) k))
  order by 1`;

/** Unique indexes on columns a tenant's role may write: their error is an answer. A random id of one's own making tells nothing. */
export const uniqueIndexesSql = `select x.relname::text as name, coalesce(a.attname::text, '') as "firstColumn",
    exists (select from pg_index p join pg_attribute id on id.attrelid = p.indrelid and id.attnum = p.indkey[0]
      where p.indrelid = i.indrelid and p.indisprimary and p.indnkeyatts = 1 and id.attname = 'id' and id.atttypid = 'uuid'::regtype
        and p.indkey[0] = any (i.indkey::int2[])) as "holdsOwnId"
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
  left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] and a.attnum > 0
  where i.indisunique and t.relnamespace = 'public'::regnamespace and exists (
    select from unnest(i.indkey::int2[]) k cross join unnest(array['acting_provider', 'acting_reseller', 'acting_customer', 'acting_visitor']) role
    where case when k = 0 then has_any_column_privilege(role, t.oid, 'INSERT') or has_any_column_privilege(role, t.oid, 'UPDATE')
      else has_column_privilege(role, t.oid, k, 'INSERT') or has_column_privilege(role, t.oid, k, 'UPDATE') end)
  order by 1`;

/** Functions of the schema that no extension owns. */
export const functionsSql = `select p.proname::text as name, p.prosecdef as "isDoor", pg_get_userbyid(p.proowner)::text as owner,
    coalesce('search_path=public, pg_temp' = any (p.proconfig), false) as "hasFixedPath", has_function_privilege('public', p.oid, 'execute') as "isPublic",
    coalesce((select string_agg(replace(r.rolname, 'acting_', ''), ' ' order by r.rolname) from pg_roles r where r.rolname like 'acting\\_%'
      and r.rolname <> 'acting_system' and has_function_privilege(r.oid, p.oid, 'execute')), '') as "openFor"
  from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by 1`;

/** What a person signs in with, hashed or sealed, where somebody other than the doors may read it. */
export const readableCredentialsSql = `select r.rolname || ' ' || a.attname as column
  from pg_attribute a join pg_roles r on r.rolname like 'acting\\_%' and r.rolname <> 'acting_system'
  where a.attrelid = 'user_account'::regclass and a.attnum > 0 and not a.attisdropped and a.attname ~ '(_hash(es)?|_sealed)$'
    and has_column_privilege(r.oid, a.attrelid, a.attnum, 'SELECT')
  order by 1`;

/** Money columns that a reseller, a customer or a stranger may read. */
export const readableAmountsSql = `select r.role || ' ' || c.relname || '.' || a.attname as column
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  cross join unnest(array['acting_reseller', 'acting_customer', 'acting_visitor']) r (role)
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attname ~ '(_minor$|price|discount)'
    and has_column_privilege(r.role, c.oid, a.attnum, 'SELECT')
  order by 1`;

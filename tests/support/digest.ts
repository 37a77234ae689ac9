import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { owner } from "./database";

/** Tables whose change is no change of the portal's content. */
const notContent = new Set(["_prisma_migrations", "rate_limit"]);

/** A digest of each table's rows, whatever their order. */
export type DatabaseDigest = Readonly<Record<string, string>>;

/**
 * The digest of every table, for proofs that nothing changed. Name tables to leave out, such as `audit_record` where a
 * refusal is recorded.
 */
export function databaseDigest(...except: readonly string[]): Promise<DatabaseDigest> {
  return digestOf(owner, except);
}

/** The digest of every table of the database a pool of its owner is connected to. */
export async function digestOf(database: Pool, except: readonly string[] = []): Promise<DatabaseDigest> {
  const { rows } = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
  );
  const digest: Record<string, string> = {};
  for (const { name } of rows) {
    if (notContent.has(name) || except.includes(name)) continue;
    const content = await database.query<{ row: string }>(
      `select t::text as row from "${name}" t order by t::text collate "C"`,
    );
    const hash = createHash("sha256");
    for (const { row } of content.rows) hash.update(row).update("\n");
    digest[name] = `${content.rowCount} rows ${hash.digest("hex").slice(0, 16)}`;
  }
  return digest;
}

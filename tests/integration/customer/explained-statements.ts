import type { PoolClient } from "pg";
import { openDatabase } from "#/db/client";
import type { UserActor } from "#/domain/authorisation/actor";
import type { Runtime } from "#/platform/unit-of-work";
import { applicationUrl } from "../../support/database";
import { runtime } from "../../support/runtime";

/** A statement as it went to the database. */
type Sent = { readonly text: string; readonly values: readonly unknown[] };

/** What a statement cost: 8 KB pages looked at, and tables that were read from end to end. */
export type Cost = { readonly buffers: number; readonly scanned: readonly string[] };

const roleOf = {
  indirect_provider: "acting_provider",
  indirect_reseller: "acting_reseller",
  customer: "acting_customer",
};

/** Runs work on a connection of its own and gives the statements between opening and closing the unit of work. */
export async function statementsWithin(work: (host: Runtime) => Promise<unknown>): Promise<readonly Sent[]> {
  const database = openDatabase({ url: applicationUrl, poolSize: 1 });
  const sent: Sent[] = [];
  database.pool.on("connect", (connection) => {
    const query = connection.query.bind(connection) as (...args: readonly unknown[]) => unknown;
    const noted = (...args: readonly unknown[]) => {
      const [first] = args;
      if (typeof first === "object" && first !== null && "text" in first) {
        sent.push({
          text: String(first.text),
          values: "values" in first && Array.isArray(first.values) ? first.values : [],
        });
      }
      return query(...args);
    };
    Object.assign(connection, { query: noted });
  });
  try {
    await work({ ...runtime, database });
  } finally {
    await database.close();
  }
  return sent;
}

type ScanRow = { readonly relname: string; readonly seq_scan: string };

async function fullScans(connection: PoolClient): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await connection.query<ScanRow>("select relname, seq_scan from pg_stat_xact_user_tables");
  return new Map(rows.map(({ relname, seq_scan }) => [relname, BigInt(seq_scan)]));
}

/** Explains a statement as the actor runs it, row security included. Functions inside count with their own reads. */
export async function costOf(actor: UserActor, { text, values }: Sent): Promise<Cost> {
  const database = openDatabase({ url: applicationUrl, poolSize: 1 });
  const connection = await database.pool.connect();
  try {
    const role =
      actor.organisationKind === "vendor_operator" ? "acting_vendor" : roleOf[actor.organisationKind];
    await connection.query("begin read only");
    await connection.query(
      `select set_config('app.organisation', '${actor.organisationId}', true), set_config('role', '${role}', true)`,
    );
    // The first run fills caches of the connection that the second shall not be charged for.
    await connection.query({ text, values: [...values] });
    const before = await fullScans(connection);
    const { rows } = await connection.query<{ "QUERY PLAN": readonly { Plan: Record<string, number> }[] }>({
      text: `explain (analyze, buffers, format json) ${text}`,
      values: [...values],
    });
    const after = await fullScans(connection);
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan ?? {};
    const scanned = [...after]
      .filter(([table, count]) => count > (before.get(table) ?? 0n))
      .map(([table]) => table);
    return { buffers: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0), scanned };
  } finally {
    await connection.query("rollback");
    connection.release();
    await database.close();
  }
}

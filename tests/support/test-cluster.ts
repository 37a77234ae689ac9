import type { Client } from "pg";

/** The login role of the application in tests, as in production: it owns nothing and inherits nothing (F8). */
export const loginRole = "twotier_app";

const actingRoles =
  "acting_provider, acting_reseller, acting_customer, acting_vendor, acting_system, acting_visitor";

/** Makes the login role when it is missing and lets it assume the acting roles, which the migrations made. */
export async function ensureLoginRole(client: Client): Promise<void> {
  await client.query("select pg_advisory_lock(7412001)");
  try {
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [loginRole]);
    if (rowCount === 0)
      await client.query(`create role ${loginRole} login noinherit password '${loginRole}'`);
    await client.query(`grant ${actingRoles} to ${loginRole} with inherit false`);
  } finally {
    await client.query("select pg_advisory_unlock(7412001)");
  }
}

/** How a copy is called: the template, the process of the run, when the run began, and the worker's number. */
export function cloneName(templateUrl: string, run: string, worker: string): string {
  return `${new URL(templateUrl).pathname.slice(1)}_run_${run}_${worker}`;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return processId !== process.pid;
  } catch {
    return false;
  }
}

/** Drops the copies of this template whose run has ended; dropping takes most of a second, so runs do it at their start (F13). */
export async function dropLeftovers(client: Client, templateUrl: string): Promise<void> {
  const prefix = cloneName(templateUrl, "", "").replace(/_+$/, "_");
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where starts_with(datname, $1)",
    [prefix],
  );
  for (const { name } of rows) {
    const run = Number(name.slice(prefix.length).split("_")[0]);
    if (!isRunning(run)) await client.query(`drop database if exists "${name}" with (force)`);
  }
}

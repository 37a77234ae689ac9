import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../ports.mjs";
import { canEnter, serverAccount } from "./account.mjs";
import { postgresBinaries, sharedHome } from "./binaries.mjs";
import { clusterService, clusterUrl, endLeftover, initialiseCluster, waitForServer } from "./cluster.mjs";

/** The portal's own database, and the name it has until it is migrated and seeded. */
export const portalDatabase = "twotier";
export const unfinishedDatabase = "twotier_unfinished";

/**
 * Starts the installation's own PostgreSQL, creating it at the first start. It keeps its port from start to start
 * while nobody else takes it. Answers a function from a database's name to its owner address, and the port.
 */
export async function startEmbeddedDatabase(supervisor, { dataDir, secrets }) {
  const account = serverAccount();
  const binaries = postgresBinaries(account);
  const place = rememberedPlace(dataDir, account);
  const password = secrets.get("postgresPassword");
  await endLeftover(place.directory);
  initialiseCluster({ directory: place.directory, binaries, account, password });
  const port = await freePort(place.port);
  writeFileSync(place.file, JSON.stringify({ directory: place.directory, port }));
  const service = supervisor.start(clusterService({ directory: place.directory, port, binaries, account }));
  const urlOf = (database) => clusterUrl({ port, password }, database);
  await waitForServer(urlOf("postgres"), service.hasEnded).catch((error) => {
    throw new Error(`${error.message} Its last lines:\n\n${service.tail()}`);
  });
  return { urlOf, port };
}

/**
 * The cluster lives in the data folder. When root started us from a folder that PostgreSQL's own user cannot enter, it
 * lives in a folder of its own under /var/lib/twotier, whose name the data folder remembers.
 */
function rememberedPlace(dataDir, account) {
  const file = join(dataDir, "postgres.json");
  if (existsSync(file)) return { file, ...JSON.parse(readFileSync(file, "utf8")) };
  if (canEnter(account, dataDir)) return { file, directory: join(dataDir, "postgres"), port: undefined };
  const home = join(sharedHome, randomBytes(6).toString("hex"));
  mkdirSync(home, { recursive: true });
  for (const folder of [sharedHome, home]) chmodSync(folder, 0o755);
  return { file, directory: join(home, "postgres"), port: undefined };
}

/** Whether the portal's database exists, that is: was once migrated and seeded to the end. */
export function portalDatabaseExists(urlOf) {
  return asAdministrator(urlOf, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [portalDatabase]);
    return rowCount > 0;
  });
}

/** An empty database to migrate and seed; what an interrupted start left of it goes first. */
export function createUnfinishedDatabase(urlOf) {
  return asAdministrator(urlOf, async (client) => {
    await client.query(`drop database if exists ${unfinishedDatabase} with (force)`);
    await client.query(`create database ${unfinishedDatabase}`);
  });
}

/** Gives the finished database its name, in one step: a start that is killed before it begins again from nothing. */
export function finishDatabase(urlOf) {
  return asAdministrator(urlOf, async (client) => {
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      unfinishedDatabase,
    ]);
    await client.query(`alter database ${unfinishedDatabase} rename to ${portalDatabase}`);
  });
}

async function asAdministrator(urlOf, work) {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

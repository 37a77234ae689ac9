import { PrismaPg } from "@prisma/adapter-pg";
import { Client, Pool } from "pg";
import { afterAll } from "vitest";
import { type Database, openDatabase, openPool } from "#/db/client";
import { PrismaClient } from "#/db/generated/client";
import { cloneName, loginRole } from "./test-cluster";

function requiredSetting(name: "TEST_DATABASE_URL" | "TWOTIER_TEST_RUN"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; vitest must run tests/support/global-setup.ts first`);
  return value;
}

const templateUrl = requiredSetting("TEST_DATABASE_URL");
const clone = cloneName(templateUrl, requiredSetting("TWOTIER_TEST_RUN"), process.env.VITEST_POOL_ID ?? "1");

/** The migrated database that tests copy. */
export const templateName = new URL(templateUrl).pathname.slice(1);

function urlOf(databaseName: string, role?: string): string {
  const url = new URL(templateUrl);
  url.pathname = `/${databaseName}`;
  if (role) {
    url.username = role;
    url.password = role;
  }
  return url.href;
}

/** The owner's address of this worker's own database: it may do anything, so only proofs about the walls use it. */
export const ownerUrl = urlOf(clone);
/** The application's address of this worker's own database. */
export const applicationUrl = urlOf(clone, loginRole);

async function ensureClone(): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [clone]);
    if (rowCount === 0) await client.query(`create database "${clone}" template "${templateName}"`);
  } finally {
    await client.end();
  }
}

await ensureClone();
// Code that reads its own settings sees this worker's database, too.
process.env.APP_DATABASE_URL = applicationUrl;

const fixturePool = openPool(
  { url: applicationUrl, poolSize: 4 },
  { startupOptions: "-c role=acting_system" },
);

/** The application's own client, connected as the application is: every statement needs an acting role. */
export const database: Database = openDatabase({ url: applicationUrl, poolSize: 12 });

/** Writes and reads fixtures as the portal itself, across all organisations. */
export const fixtures: PrismaClient = new PrismaClient({
  adapter: new PrismaPg(fixturePool),
});

/** Plain SQL as the owner of the tables, for what nobody in the portal may do. */
export const owner: Pool = new Pool({ connectionString: ownerUrl, max: 2 });
owner.on("error", () => undefined);

afterAll(async () => {
  await Promise.all([database.close(), fixtures.$disconnect(), owner.end()]);
});

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { hashOf, projectRoot } from "../project.mjs";
import { binary, runCommand } from "../run-command.mjs";

const migrationsDirectory = join(projectRoot, "prisma", "migrations");

/** A short name for the state of all migrations, for names of template databases. */
export function migrationsVersion() {
  return hashOf(["prisma/migrations"]).slice(0, 12);
}

/** Applies what is missing. When every migration is applied with its present text, Prisma need not start to say so. */
export async function deployMigrations(ownerUrl, options = {}) {
  if (await isUpToDate(ownerUrl)) return "up to date";
  await runPrisma("migrate", ["migrate", "deploy"], ownerUrl, options);
  return "applied";
}

/**
 * Throws unless the database that the migrations make is the one the Prisma schema describes. The words are checked as
 * well as the exit code, since an engine that dies early also leaves a 0.
 */
export async function compareSchema(ownerUrl, options = {}) {
  const args = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"];
  const output = await runPrisma("schema-check", args, ownerUrl, options);
  if (!output.includes("No difference detected"))
    throw new Error(`The migrations and prisma/schema differ:\n${output}`);
}

/** Runs Prisma's command line with this database as its datasource. */
export function runPrisma(name, args, ownerUrl, options = {}) {
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  return runCommand(name, process.execPath, [binary("prisma"), ...args], { ...options, env });
}

async function isUpToDate(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const local = localMigrations();
    return (
      local.length === applied.size && local.every(({ name, checksum }) => applied.get(name) === checksum)
    );
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function localMigrations() {
  return readdirSync(migrationsDirectory)
    .map((name) => ({ name, file: join(migrationsDirectory, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({
      name,
      checksum: createHash("sha256").update(readFileSync(file)).digest("hex"),
    }));
}

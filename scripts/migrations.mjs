/**
 * Authoring and checking migrations, on a database server of its own that is gone afterwards.
 *
 *   npm run db:diff             prints the SQL that leads from the migrations to prisma/schema
 *   npm run db:diff -- NAME     writes it to a new migration of that name, to be read and completed by hand
 *   npm run db:check            applies all migrations as a plain owner and compares the result with prisma/schema
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";
import { projectRoot } from "./lib/project.mjs";

await ensureNode(import.meta.url);
await ensureDependencies();
const { runPrisma } = await import("./lib/postgres/migrations.mjs");
const { proveMigrations } = await import("./lib/testing/prove-migrations.mjs");
const { startThrowAwayCluster } = await import("./lib/testing/test-cluster.mjs");
const { openTestRun } = await import("./lib/testing/test-run.mjs");

const [task, name] = process.argv.slice(2);
const run = await openTestRun();
try {
  if (task === "check") await check();
  else await diff();
  await run.end(0);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await run.end(1);
}

async function check() {
  await proveMigrations(run);
  process.stdout.write("The migrations make the schema that prisma/schema describes.\n");
}

async function diff() {
  const cluster = await startThrowAwayCluster(run);
  const args = [
    "migrate",
    "diff",
    "--from-migrations",
    "prisma/migrations",
    "--to-schema",
    "prisma/schema",
    "--script",
  ];
  const sql = await runPrisma("migrate-diff", args, cluster.urlOf("postgres"));
  if (!name) return process.stdout.write(sql);
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error("A migration's name is lower-case words joined by underscores.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(projectRoot, "prisma", "migrations", `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  process.stdout.write(`${folder}/migration.sql\n`);
}

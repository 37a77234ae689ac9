/**
 * Runs a command with TEST_DATABASE_URL set to a migrated, empty database, as its owner:
 *
 *   node scripts/with-database.mjs vitest run --project integration
 *
 * The database server is the one TEST_CLUSTER_URL names, which also keeps the migrated database for the next run, or a
 * new one that ends with the command. A command that ends in .ts runs as a TypeScript script of the project.
 */
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";

await ensureNode(import.meta.url);
await ensureDependencies();
const { generateClient } = await import("./lib/generate-client.mjs");
const { openTestRun } = await import("./lib/testing/test-run.mjs");
const { runInForeground } = await import("./lib/run-in-foreground.mjs");
const { ensureTemplate, openTestCluster } = await import("./lib/testing/test-cluster.mjs");

const run = await openTestRun();
try {
  await generateClient();
  const cluster = await openTestCluster(run);
  const template = await ensureTemplate(cluster);
  const [command, ...args] = process.argv.slice(2);
  await run.end(await runInForeground(command, args, { ...process.env, TEST_DATABASE_URL: template.url }));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await run.end(1);
}

/**
 * Runs a command of the project on its own Node with its dependencies installed and its database client made:
 *
 *   node scripts/run.mjs tsc --noEmit
 */
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";

await ensureNode(import.meta.url);
try {
  await ensureDependencies();
  const { generateClient } = await import("./lib/generate-client.mjs");
  const { runInForeground } = await import("./lib/run-in-foreground.mjs");
  await generateClient();
  const [command, ...args] = process.argv.slice(2);
  process.exit(await runInForeground(command, args, process.env));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

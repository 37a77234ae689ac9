/**
 * Runs one of the portal's command-line tools with the settings and the database of this installation, whether the
 * portal is running or not:
 *
 *   node scripts/with-portal.mjs scripts/import-prices.ts FILE
 */
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";

await ensureNode(import.meta.url);
let end = process.exit;
try {
  await ensureDependencies();
  const { generateClient } = await import("./lib/generate-client.mjs");
  const { openPortalAccess } = await import("./lib/portal-access.mjs");
  const { runInForeground } = await import("./lib/run-in-foreground.mjs");
  await generateClient();
  const access = await openPortalAccess();
  end = access.end;
  const [command, ...args] = process.argv.slice(2);
  await end(await runInForeground(command, args, access.env));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await end(1);
}

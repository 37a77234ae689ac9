/**
 * `npm run setup`: does what `npm start` does before it serves, and ends: dependencies, client, database, migrations,
 * roles, demo data, build.
 */
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";
import { createProgress } from "./lib/progress.mjs";

await ensureNode(import.meta.url);
const step = createProgress(9);
try {
  await step("Node", () => process.version);
  await step("Dependencies", ensureDependencies);
  const { openPortal, preparePortal } = await import("./lib/portal.mjs");
  const { buildApplication } = await import("./lib/build-application.mjs");
  const portal = await openPortal({ needsPort: false });
  try {
    const { env } = await preparePortal(portal, step);
    await step("Web application", () => buildApplication(env));
    process.stdout.write("\nEverything is set up: npm start serves the portal.\n");
    await portal.end(0);
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    await portal.end(1);
  }
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}

/**
 * `npm run test:e2e -- ARGS`: builds the portal when its sources changed, starts it with fresh demo data on free ports,
 * and runs the browser tests against it; ARGS go to Playwright. With E2E_BASE_URL it tests the portal at that address.
 */

import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";

await ensureNode(import.meta.url);
await ensureDependencies();
const { buildApplication } = await import("./lib/build-application.mjs");
const { generateClient } = await import("./lib/generate-client.mjs");
const { runInForeground } = await import("./lib/run-in-foreground.mjs");
const { findChromium } = await import("./lib/testing/chromium.mjs");
const { buildEnv, startDemoApplication } = await import("./lib/testing/demo-application.mjs");
const { ensureTemplate, openTestCluster } = await import("./lib/testing/test-cluster.mjs");
const { openTestRun } = await import("./lib/testing/test-run.mjs");

const run = await openTestRun();

async function startPortal() {
  await generateClient();
  await buildApplication(buildEnv());
  const cluster = await openTestCluster(run);
  const template = await ensureTemplate(cluster);
  return startDemoApplication(run, cluster, template);
}

try {
  const variables = process.env.E2E_BASE_URL ? {} : await startPortal();
  const env = { ...process.env, ...variables, CHROMIUM_PATH: await findChromium() };
  await run.end(await runInForeground("playwright", ["test", ...process.argv.slice(2)], env));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await run.end(1);
}

/**
 * `npm test`: from a fresh clone to the result of every test, with nothing but Node and npm. Every suite runs and is
 * reported even when one before it failed. The last line says how many tests passed and failed; the exit code is 1 if
 * any failed, or if a suite did not run a single one.
 */
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";
import { createProgress } from "./lib/progress.mjs";

await ensureNode(import.meta.url);
const step = createProgress(3);
try {
  await step("Node", () => process.version);
  await step("Dependencies", ensureDependencies);
} catch (error) {
  process.stdout.write(`\n${error.message}\n0 passed, 1 failed\n`);
  process.exit(1);
}
const { generateClient } = await import("./lib/generate-client.mjs");
const { runSuites } = await import("./lib/testing/suites.mjs");
const { openTestRun } = await import("./lib/testing/test-run.mjs");
const { createTally } = await import("./lib/testing/tally.mjs");

const run = await openTestRun();
const tally = createTally();
try {
  await step("Database client", generateClient);
  await runSuites(run, tally);
} catch (error) {
  process.stdout.write(`\n${error.message}\n`);
  tally.add("Preparation", { passed: 0, failed: 1 });
}
const { passed, failed } = tally.total();
process.stdout.write("\n");
for (const suite of tally.suites()) {
  const notes = suite.notes.length > 0 ? `  (${suite.notes.join("; ")})` : "";
  process.stdout.write(`${suite.name.padEnd(24)}${suite.passed} passed, ${suite.failed} failed${notes}\n`);
}
run.onEnd(() => process.stdout.write(`${passed} passed, ${failed} failed\n`));
await run.end(failed === 0 && passed > 0 ? 0 : 1);

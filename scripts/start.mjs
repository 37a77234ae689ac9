/**
 * `npm start`: from a fresh clone to a portal that serves, with nothing but Node and npm. Every step is skipped when its
 * result is already there, so the next start takes seconds. README lists the variables it reads.
 */
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { ensureNode } from "./lib/ensure-node.mjs";
import { createProgress } from "./lib/progress.mjs";

await ensureNode(import.meta.url);
const started = performance.now();
const mode = process.argv.includes("--dev") ? "development" : "production";
const step = createProgress(10);
try {
  await step("Node", () => process.version);
  await step("Dependencies", ensureDependencies);
  const { openPortal, preparePortal, servePortal } = await import("./lib/portal.mjs");
  const { printWelcome } = await import("./lib/welcome.mjs");
  const portal = await openPortal({ echo: mode === "development" });
  try {
    const prepared = await preparePortal(portal, step);
    await servePortal(portal, prepared, step, mode);
    printWelcome({ ...portal.settings, ...prepared, seconds: (performance.now() - started) / 1000 });
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    await portal.end(1);
  }
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}

/**
 * Publishes the import whose id is the argument, and stands still half-way for ever: a worker to be killed. With
 * `--measure` it goes on to the end instead and prints its memory, idle and at its highest, in bytes.
 */

import { runtime } from "#/platform/unit-of-work";
import { publishImport } from "#/worker/price-lists/publish-import";

const [importId = "", mode] = process.argv.slice(2);
const host = runtime();
const context = { correlationId: "test", source: "job" } as const;
// A first unit of work, so that what is measured as idle holds the connection and the compiled code.
await host.database.pool.query("select 1");
const idle = process.memoryUsage.rss();
let highest = idle;
const outcome = await publishImport(importId, {
  host,
  context,
  onProgress: () => {
    highest = Math.max(highest, process.memoryUsage.rss());
    if (mode === "--measure") return;
    process.stdout.write("half-way\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
process.stdout.write(JSON.stringify({ outcome, idle, highest }));
await host.database.close();

import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning } from "../living-processes.mjs";
import { endLeftover } from "../postgres/cluster.mjs";
import { createSupervisor } from "../processes.mjs";
import { dataDirectory } from "../project.mjs";
import { endCleanly } from "../shutdown.mjs";

const folderPrefix = "twotier-test-";

/** How the folders of database clusters inside a run's folder are called. */
export const clusterPrefix = "cluster-";

/**
 * A run of tests with a temporary folder of its own: what it starts ends with it, and what it leaves behind is removed,
 * however it ends. What a killed run could not remove, the next one does.
 */
export async function openTestRun() {
  await removeLeftovers();
  const folder = join(tmpdir(), `${folderPrefix}${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const cleaners = [];
  const logDirectory = join(dataDirectory(), "test-logs");
  const supervisor = createSupervisor({ logDirectory, onGiveUp: () => {} });
  const end = endCleanly({
    signalCode: 130,
    clean: async () => {
      await supervisor.stopAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      for (const cleaner of cleaners) await cleaner();
    },
    onStop: () => process.stdout.write("\nStopping …\n"),
    force: () => supervisor.killAll(),
  });
  return { folder, logDirectory, supervisor, end, onEnd: (cleaner) => cleaners.push(cleaner) };
}

async function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const pid = Number(name.slice(folderPrefix.length).split("-")[0]);
    if (isRunning(pid, "scripts/")) continue;
    // Another user's leftovers are not ours to touch.
    await removeRun(join(tmpdir(), name)).catch(() => {});
  }
}

async function removeRun(folder) {
  for (const cluster of readdirSync(folder).filter((entry) => entry.startsWith(clusterPrefix))) {
    await endLeftover(join(folder, cluster));
  }
  rmSync(folder, { recursive: true, force: true });
}

import { join } from "node:path";
import { createSupervisor } from "../processes.mjs";
import { dataDirectory } from "../project.mjs";
import { endCleanly } from "../shutdown.mjs";

/** A run of tests: what it starts ends with it, and what it leaves behind is removed, however it ends. */
export function openTestRun({ logDirectory = join(dataDirectory(), "test-logs") } = {}) {
  const cleaners = [];
  const supervisor = createSupervisor({ logDirectory, onGiveUp: () => {} });
  const end = endCleanly({
    clean: async () => {
      await supervisor.stopAll();
      for (const cleaner of cleaners.toReversed()) await cleaner();
    },
    force: () => supervisor.killAll(),
  });
  return { supervisor, logDirectory, end, onEnd: (cleaner) => cleaners.push(cleaner) };
}

import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, waitUntil } from "./living-processes.mjs";

/** Long enough for a start whose parent was just killed to notice and end. */
const endingTime = 10_000;

/**
 * `running.json` says which process uses a data folder, and where its portal, database and inbox are. One start at a
 * time may hold it: two would end each other's database server.
 */
export function openRunningFile(directory) {
  const file = join(directory, "running.json");

  /** What the living holder wrote, or undefined. */
  function read() {
    if (!existsSync(file)) return undefined;
    try {
      const content = JSON.parse(readFileSync(file, "utf8"));
      return isRunning(content.pid, "scripts/") ? content : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    read,
    /** Throws when a living process holds the folder and does not end shortly. */
    hold: async () => {
      const free = await waitUntil(() => read() === undefined, endingTime);
      if (!free) {
        const { pid, origin } = read() ?? {};
        throw new Error(
          `Twotier already runs from ${directory} (process ${pid}${origin ? `, ${origin}` : ""}). Stop that one, or set DATA_DIR to another folder.`,
        );
      }
      rmSync(file, { force: true });
      closeSync(openSync(file, "wx"));
      writeFileSync(file, JSON.stringify({ pid: process.pid }));
    },
    update: (facts) => {
      writeFileSync(`${file}.new`, JSON.stringify({ ...read(), ...facts, pid: process.pid }));
      renameSync(`${file}.new`, file);
    },
    release: () => {
      if (read()?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

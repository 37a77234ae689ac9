import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDirectory, hashOf, projectRoot } from "./project.mjs";
import { binary, runCommand } from "./run-command.mjs";
import { openRunningFile } from "./running-file.mjs";

const stampFile = join(projectRoot, process.env.NEXT_DIST_DIR || ".next", "sources-hash");
const sources = [
  "src",
  "public",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
];

/**
 * Builds the web application when anything it is built from changed; an interrupted build counts as none. The headers
 * are part of the build and depend on TLS, so the origin's protocol belongs to what it is built from. Throws when a
 * portal serves from this folder: a new build would pull its files away.
 */
export async function buildApplication(env, options = {}) {
  const hash = `${hashOf(sources)} ${new URL(env.APP_ORIGIN).protocol}`;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return "up to date";
  const served = openRunningFile(dataDirectory()).read();
  if (served?.origin && served.pid !== process.pid) {
    throw new Error(
      `The sources changed, and the portal at ${served.origin} (process ${served.pid}) serves the earlier build from this folder. Stop it first.`,
    );
  }
  rmSync(stampFile, { force: true });
  await runCommand("build", process.execPath, [binary("next"), "build"], { ...options, env });
  writeFileSync(stampFile, hash);
  return "built";
}

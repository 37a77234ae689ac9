import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, projectRoot } from "./project.mjs";
import { binary, runCommand } from "./run-command.mjs";

const stampFile = join(projectRoot, ".next", "sources-hash");
const sources = [
  "src",
  "public",
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** Builds the web application when anything it is built from changed; an interrupted build counts as none. */
export async function buildApplication(env, options = {}) {
  const hash = hashOf(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return "up to date";
  rmSync(stampFile, { force: true });
  await runCommand("build", process.execPath, [binary("next"), "build"], { ...options, env });
  writeFileSync(stampFile, hash);
  return "built";
}

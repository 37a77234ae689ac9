import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmCommand } from "./ensure-node.mjs";
import { projectRoot } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

const lockFile = join(projectRoot, "package-lock.json");
const installed = join(projectRoot, "node_modules");
const stampFile = join(installed, ".lock-hash");

/** Installs exactly what the lock file lists when `node_modules` is missing or from another lock file. */
export async function ensureDependencies() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (isCurrent(hash)) return "up to date";
  const [command, before] = npmCommand(process.execPath);
  // The build needs the development packages, also where NODE_ENV=production would leave them out.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await runCommand("dependencies", command, [...before, ...args]);
  writeFileSync(stampFile, hash);
  return "installed";
}

/** Someone who ran npm by hand has no stamp: then npm's own record must be at least as new as the lock file. */
function isCurrent(hash) {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return true;
  const record = join(installed, ".package-lock.json");
  if (!existsSync(record) || statSync(record).mtimeMs < statSync(lockFile).mtimeMs) return false;
  writeFileSync(stampFile, hash);
  return true;
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Where everything lives that is not source: tools, database, secrets, logs, mail. DATA_DIR, or `.twotier`. */
export function dataDirectory() {
  return resolve(projectRoot, process.env.DATA_DIR || ".twotier");
}

/** One hash over files and whole folders, named from the project's root; missing ones count as absent. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesUnder(join(projectRoot, path)))) {
    hash.update(`${relative(projectRoot, file)}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

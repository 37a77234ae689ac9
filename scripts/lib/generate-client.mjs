import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, projectRoot } from "./project.mjs";
import { binary, runCommand } from "./run-command.mjs";

const generated = join(projectRoot, "src", "db", "generated");
const stampFile = join(generated, ".schema-hash");

/** Makes the database client when the schema or Prisma's version changed since it was made. */
export async function generateClient() {
  const hash = hashOf(["prisma/schema", "node_modules/prisma/package.json"]);
  const current =
    existsSync(join(generated, "client.ts")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === hash;
  if (current) return "up to date";
  await runCommand("generate", process.execPath, [binary("prisma"), "generate"]);
  writeFileSync(stampFile, hash);
  return "generated";
}

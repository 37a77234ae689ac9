import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { isRunning, waitUntil } from "../living-processes.mjs";

const majorVersion = "18";

/** Keeps what it confirmed through a power cut; listens to this machine only, and to no socket file. */
const baseSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  password_encryption: "scram-sha-256",
  log_min_messages: "warning",
  timezone: "UTC",
};

/** For clusters that are thrown away: nothing in them is worth waiting for the disk. */
export const throwAwaySettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_connections: "300",
};

/**
 * Creates the cluster if the folder has none. A crash in between leaves an unfinished neighbour folder, never a half
 * cluster under the real name. Throws when the folder holds a cluster of another major version.
 */
export function initialiseCluster({ directory, binaries, account, password }) {
  const versionFile = join(directory, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, "utf8").trim();
    if (found === majorVersion) return;
    throw new Error(
      `${directory} holds a PostgreSQL ${found} cluster, and this portal brings PostgreSQL ${majorVersion}: dump it with ${found}'s pg_dump, move the folder away, start again and restore.`,
    );
  }
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = join(unfinished, `..`, `.password-${randomBytes(6).toString("hex")}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    const { status, stderr } = spawnSync(
      join(binaries, "initdb"),
      [
        `--pgdata=${unfinished}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
      ],
      { ...account, cwd: "/", encoding: "utf8", env: { PATH: process.env.PATH, LC_ALL: "C" } },
    );
    if (status !== 0) throw new Error(`initdb could not create the database folder:\n${stderr}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
}

/**
 * Ends a server that an earlier, killed start left behind on this folder, in order and with everything kept; a stale
 * pid file without a server goes. Only one start uses a folder at a time, so a server found here has no owner.
 */
export async function endLeftover(directory) {
  const pidFile = join(directory, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const alive = () => isRunning(pid, directory);
  if (alive() && !(await waitUntil(() => !alive(), 3_000))) {
    process.kill(pid, "SIGINT");
    if (!(await waitUntil(() => !alive(), 60_000))) {
      process.kill(pid, "SIGQUIT");
      await waitUntil(() => !alive(), 10_000);
    }
  }
  if (alive())
    throw new Error(`An old database server (process ${pid}) does not end: stop it, then start again.`);
  rmSync(pidFile, { force: true });
}

/**
 * The server as a service of the supervisor: a shell that stops it in order ("fast") when the start script closes the
 * pipe to it, and also when the start script is killed, since that closes the pipe too.
 */
export function clusterService({ directory, port, binaries, account, settings = {} }) {
  const options = Object.entries({ ...baseSettings, ...settings, port: String(port) });
  const guard =
    'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (read -r _ <&3; kill -INT "$server") & watch=$!; exec 3<&-; wait "$server"; code=$?; kill "$watch" 2>/dev/null; exit "$code"';
  return {
    name: "postgres",
    command: "/bin/sh",
    args: [
      ...["-c", guard, "sh", join(binaries, "postgres"), "-D", directory],
      ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    account,
    cwd: "/",
    stopBy: "closing-stdin",
    graceMs: 60_000,
  };
}

/** The address of a database in the cluster for its superuser. */
export function clusterUrl({ port, password }, database) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** Resolves when the server answers; throws with the last refusal after the time, or at once when `hasEnded` says so. */
export async function waitForServer(url, hasEnded, timeout = 60_000) {
  let refusal;
  const answered = await waitUntil(async () => {
    if (hasEnded()) throw new Error("The database server ended while starting.");
    refusal = await tryConnection(url);
    return refusal === undefined;
  }, timeout);
  if (!answered) throw new Error(`The database server does not answer: ${refusal.message}`);
}

async function tryConnection(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => {});
  }
}

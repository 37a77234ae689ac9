import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../living-processes.mjs";

const library = fileURLToPath(new URL("..", import.meta.url));
const children = new Set();
let folder;

/** A start script reduced to its database: prints the address, then waits for its end. */
const program = `
  import { startEmbeddedDatabase } from "${library}postgres/embedded.mjs";
  import { createSupervisor } from "${library}processes.mjs";
  import { openSecrets } from "${library}secrets.mjs";
  const dataDir = process.argv[1];
  const supervisor = createSupervisor({ logDirectory: dataDir + "/logs", onGiveUp: () => {} });
  process.on("SIGTERM", () => supervisor.stopAll().then(() => process.exit(0)));
  const { urlOf } = await startEmbeddedDatabase(supervisor, { dataDir, secrets: openSecrets(dataDir) });
  console.log(urlOf("postgres"));
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "embedded-"));
  chmodSync(folder, 0o755);
});

afterAll(async () => {
  await Promise.all([...children].map((child) => end(child, "SIGTERM")));
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 200 });
});

async function start() {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  const url = await new Promise((resolve) => child.stdout.setEncoding("utf8").once("data", resolve));
  return { child, url: url.trim() };
}

async function end(child, signal) {
  children.delete(child);
  if (child.exitCode !== null) return;
  child.kill(signal);
  await new Promise((resolve) => child.once("exit", resolve));
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function serverProcess() {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("what was confirmed survives a killed start script and a killed server, and no server lingers", async () => {
  const first = await start();
  await query(first.url, "create table kept as select 1 as number");
  const orphan = serverProcess();
  await end(first.child, "SIGKILL");

  const second = await start();
  expect(lives(orphan)).toBe(false);
  expect(await query(second.url, "insert into kept values (2) returning number")).toEqual([{ number: 2 }]);
  process.kill(serverProcess(), "SIGKILL");
  await end(second.child, "SIGKILL");

  const third = await start();
  expect(await query(third.url, "select number from kept order by 1")).toEqual([
    { number: 1 },
    { number: 2 },
  ]);
  const last = serverProcess();
  await end(third.child, "SIGTERM");
  expect(await waitUntil(() => !lives(last), 5_000)).toBe(true);
}, 60_000);

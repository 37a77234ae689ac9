import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { sessionCookieName, signSessionToken } from "#/platform/auth/session-token";
import { usageOf } from "./processes";
import { ids } from "./seed";

const root = join(import.meta.dirname, "../..");
const bareFolder = join(import.meta.dirname, "bare-next");
const secret = "6f1d2c3b4a5968778695a4b3c2d1e0f0112233445566778899aabbccddeeff00";

/** A server under measurement. */
export type BenchServer = { readonly origin: string; readonly pid: number };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function start(args: readonly string[], env: Record<string, string>, cwd = root): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function build(cwd: string, env: Record<string, string>): Promise<void> {
  const next = start(
    [join(root, "node_modules/next/dist/bin/next"), "build", ...(cwd === root ? [] : [cwd])],
    { ...env, NODE_ENV: "production" },
  );
  await new Promise<void>((resolve, reject) => {
    next.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`next build in ${cwd} failed`))));
  });
}

async function untilAnswers(url: string, headers: Record<string, string>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const ok = await fetch(url, { headers, redirect: "manual" }).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} never answered`);
}

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

type Options = {
  readonly databaseUrl: string;
  readonly checkpointerPid: number;
  readonly tell: (text: string) => void;
};

/** Builds and starts the portal, the floor and the bare page, each as one process over the same database. */
export async function startServers({ databaseUrl, checkpointerPid, tell }: Options) {
  const [portalPort, floorPort, barePort] = [await freePort(), await freePort(), await freePort()];
  const origin = `http://localhost:${portalPort}`;
  const login = Object.assign(new URL(databaseUrl), {
    username: "twotier_app",
    password: "twotier_app",
  }).href;
  const portalEnv = {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_ORIGIN: origin,
    NEXTAUTH_URL: origin,
    AUTH_SECRET: secret,
    APP_DATABASE_URL: login,
    SMTP_URL: "smtp://127.0.0.1:1",
    LOG_LEVEL: "error",
    // One client stands for many people here.
    ACTIONS_PER_MINUTE: "100000000",
  };
  const floorEnv = { FLOOR_DATABASE_URL: databaseUrl, AUTH_SECRET: secret, FLOOR_PORT: String(floorPort) };
  Object.assign(process.env, portalEnv);
  tell("Building the portal and the bare page");
  await build(root, portalEnv);
  await build(bareFolder, { ...floorEnv, NEXT_TELEMETRY_DISABLED: "1" });
  const next = join(root, "node_modules/next/dist/bin/next");
  const floor = start(["--import", "tsx", join(import.meta.dirname, "floor-server.ts")], floorEnv);
  const bare = start([next, "start", bareFolder, "-p", String(barePort)], {
    ...floorEnv,
    NODE_ENV: "production",
  });
  const cookie = `${sessionCookieName()}=${await signSessionToken(ids.session)}`;
  const started = performance.now();
  const web = start([next, "start", "-p", String(portalPort)], portalEnv);
  await untilAnswers(`${origin}/provider/customers`, { cookie });
  const firstPageMilliseconds = performance.now() - started;
  const servers = [web, floor, bare];
  return {
    secret,
    firstPageMilliseconds,
    idleMegabytes: () => usageOf(web.pid ?? 0).residentMegabytes,
    portal: {
      origin,
      cookie,
      buildFolder: join(root, process.env.NEXT_DIST_DIR ?? ".next"),
      pid: web.pid ?? 0,
    },
    floor: { origin: `http://127.0.0.1:${floorPort}`, pid: floor.pid ?? 0 },
    bare: { origin: `http://127.0.0.1:${barePort}`, pid: bare.pid ?? 0 },
    database: parentOf(checkpointerPid),
    stop: async () => {
      for (const server of servers) server.kill("SIGTERM");
      await Promise.all(
        servers.map((server) => server.exitCode ?? new Promise((resolve) => server.on("exit", resolve))),
      );
    },
  };
}

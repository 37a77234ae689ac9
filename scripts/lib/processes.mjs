import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLog } from "./log-file.mjs";
import { projectRoot } from "./project.mjs";

const stopWithParent = fileURLToPath(new URL("stop-with-parent.mjs", import.meta.url));
const typescript = fileURLToPath(new URL("typescript.mjs", import.meta.url));
const lastingUptime = 60_000;
const longestPause = 15_000;
const restartsBeforeGivingUp = 5;

/** A Node script (TypeScript by its name) as a service that stops with its parent. */
export function nodeService({ name, script, args = [], env, nodeArgs = [] }) {
  const loader = script.endsWith(".ts") ? ["--import", typescript] : [];
  return {
    name,
    command: process.execPath,
    args: ["--import", stopWithParent, ...loader, ...nodeArgs, script, ...args],
    env,
    cwd: projectRoot,
    stopBy: "signal",
    graceMs: 10_000,
  };
}

/**
 * Keeps long-running processes: output to `LOGS/NAME.log`, each in its own process group, so that Ctrl-C in the terminal
 * reaches only the supervisor and `stopAll` ends them in order, the last started first.
 *
 * Until `keepAlive` a service that ends is left ended, for the start to report. From then on it is started again
 * after a growing pause, and `onGiveUp(name, tail)` is called when it ends six times without a minute of life.
 */
export function createSupervisor({ logDirectory, echo = false, onGiveUp }) {
  const entries = [];
  let alive = false;
  let stopping = false;

  function launch(entry) {
    const { service } = entry;
    entry.startedAt = Date.now();
    entry.child = spawn(service.command, service.args, {
      ...service.account,
      cwd: service.cwd,
      env: { ...service.env, TWOTIER_STOP_WITH: String(process.pid) },
      detached: true,
      stdio:
        service.stopBy === "closing-stdin" ? ["pipe", "pipe", "pipe"] : ["ignore", "pipe", "pipe", "ipc"],
    });
    entry.ended = new Promise((resolve) => {
      entry.child.on("error", (error) => entry.log.write(`${error.message}\n`));
      entry.child.on("close", resolve);
    }).then(() => onEnd(entry));
    for (const output of [entry.child.stdout, entry.child.stderr]) {
      output.setEncoding("utf8").on("data", (text) => {
        entry.log.write(text);
        if (echo) process.stdout.write(text.replace(/^(?=.)/gm, `[${service.name}] `));
      });
    }
  }

  async function onEnd(entry) {
    entry.child = undefined;
    if (stopping || !alive) return;
    entry.failures = Date.now() - entry.startedAt > lastingUptime ? 1 : entry.failures + 1;
    if (entry.failures > restartsBeforeGivingUp) return onGiveUp(entry.service.name, entry.log.tail());
    const pause = Math.min(500 * 2 ** (entry.failures - 1), longestPause);
    entry.log.write(`# ${entry.service.name} ended; starting it again in ${pause} ms\n`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!stopping) launch(entry);
  }

  return {
    start: (service) => {
      const log = openLog(join(logDirectory, `${service.name}.log`));
      log.write(`\n# ${new Date().toISOString()} start\n`);
      const entry = { service, log, child: undefined, ended: undefined, failures: 0, startedAt: 0 };
      entries.push(entry);
      launch(entry);
      return { hasEnded: () => entry.child === undefined, tail: log.tail, stop: () => end(entry) };
    },
    keepAlive: () => {
      alive = true;
    },
    stopAll: async () => {
      stopping = true;
      for (const entry of entries.toReversed()) await end(entry);
    },
    killAll: () => {
      stopping = true;
      for (const entry of entries) signalGroup(entry.child, "SIGKILL");
    },
  };
}

async function end(entry) {
  const { child, service } = entry;
  if (!child) return;
  if (service.stopBy === "closing-stdin") child.stdin.end();
  else child.kill("SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), service.graceMs);
  await entry.ended;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  if (!child?.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

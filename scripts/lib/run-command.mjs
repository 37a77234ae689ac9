import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLog } from "./log-file.mjs";
import { dataDirectory, projectRoot } from "./project.mjs";
import { untilItEnds } from "./running-children.mjs";

/** A command that failed: what it was, its exit code, and the end of what it said. */
export class CommandFailure extends Error {
  constructor(title, code, log) {
    super(`${title} failed (exit code ${code}). All of its output: ${log.file}\n\n${log.tail()}`);
    this.code = code;
  }
}

/**
 * Runs one command to its end with its output in `logs/NAME.log`; throws a CommandFailure unless it ends with 0.
 * `echo` also shows the output. Answers what it printed on standard output.
 */
export async function runCommand(
  name,
  command,
  args,
  { env = process.env, echo = false, logDirectory } = {},
) {
  const log = openLog(join(logDirectory ?? join(dataDirectory(), "logs"), `${name}.log`));
  log.write(`\n# ${new Date().toISOString()} ${[command, ...args].join(" ")}\n`);
  const child = launch(command, args, env);
  let output = "";
  for (const [source, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    source.setEncoding("utf8");
    source.on("data", (text) => {
      log.write(text);
      if (source === child.stdout) output += text;
      if (echo) target.write(text);
    });
  }
  const code = await untilItEnds(child, { group: true, onError: (error) => log.write(`${error.message}\n`) });
  if (code !== 0) throw new CommandFailure([name, ...args].join(" "), code, log);
  return output;
}

/** A Node command also ends when this process is killed; any other is short. */
function launch(command, args, env) {
  const isNode = command === process.execPath;
  return spawn(command, [...(isNode ? ["--import", stopWithParent] : []), ...args], {
    cwd: projectRoot,
    env: { ...env, TWOTIER_STOP_WITH: String(process.pid) },
    stdio: isNode ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

const stopWithParent = fileURLToPath(new URL("stop-with-parent.mjs", import.meta.url));
const typescript = fileURLToPath(new URL("typescript.mjs", import.meta.url));

/** Runs one of the project's TypeScript scripts like `runCommand`. */
export function runTypescript(name, script, args, options) {
  return runCommand(name, process.execPath, ["--import", typescript, script, ...args], options);
}

/** The file a package's command runs, to start it with this Node and without a shell in between. */
export function binary(name) {
  return join(projectRoot, "node_modules", ".bin", name);
}

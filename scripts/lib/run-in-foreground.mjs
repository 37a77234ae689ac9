import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./project.mjs";
import { binary } from "./run-command.mjs";
import { untilItEnds } from "./running-children.mjs";

const typescript = fileURLToPath(new URL("typescript.mjs", import.meta.url));
const stopWithParent = fileURLToPath(new URL("stop-with-parent.mjs", import.meta.url));

/**
 * Runs one command on this terminal and answers its exit code. The command is a script of the project (.ts, .mjs) or
 * the name of a package's command; both run on this Node.
 */
export async function runInForeground(command, args, env) {
  const isScript = /\.(ts|mjs)$/.test(command);
  const loader = command.endsWith(".ts") ? ["--import", typescript] : [];
  const file = isScript ? command : binary(command);
  if (!isScript && !existsSync(file)) throw new Error(`There is no command "${command}" in this project.`);
  const child = spawn(process.execPath, ["--import", stopWithParent, ...loader, file, ...args], {
    cwd: projectRoot,
    env: { ...env, TWOTIER_STOP_WITH: String(process.pid) },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const outcome = await untilItEnds(child, {
    onError: (error) => process.stderr.write(`${error.message}\n`),
  });
  return typeof outcome === "number" ? outcome : 1;
}

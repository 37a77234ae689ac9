import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** How a script ended and what it said. */
export type ScriptOutcome = {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
};

/** Runs one of the project's TypeScript scripts in a process of its own, with the settings given and no others. */
export function runScript(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<ScriptOutcome> {
  const child = spawn(process.execPath, ["--import", "./scripts/lib/typescript.mjs", script, ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      AUTH_SECRET: process.env.AUTH_SECRET ?? "",
      APP_ORIGIN: "http://localhost:3000",
      SMTP_URL: "smtp://127.0.0.1:1",
      LOG_LEVEL: "silent",
      ...settings,
    },
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}

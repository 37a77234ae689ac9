import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The real worker as a process of its own. */
export type WorkerProcess = {
  readonly child: ChildProcess;
  readonly log: () => string;
  /** Ends it with a signal and gives its exit code, or the signal's name when it did not end by itself. */
  readonly end: (signal: "SIGTERM" | "SIGKILL") => Promise<number | string | null>;
};

/** Starts the worker against a database and a mail server, and waits until it says that it is at work. */
export async function startWorkerProcess(settings: {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly authSecret?: string;
}): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ["--import", "./scripts/lib/typescript.mjs", "src/worker/main.ts"], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      AUTH_SECRET: settings.authSecret ?? process.env.AUTH_SECRET ?? "",
      APP_ORIGIN: "https://portal.example",
      APP_DATABASE_URL: settings.databaseUrl,
      SMTP_URL: settings.smtpUrl,
      LOG_LEVEL: "info",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on("exit", (code, signal) => resolve(code ?? signal)),
  );
  const atWork = new Promise<void>((resolve) => {
    child.stdout?.on("data", () => {
      if (output.includes("the worker is at work")) resolve();
    });
  });
  await Promise.race([
    atWork,
    ended.then((code) => {
      throw new Error(`the worker ended with ${code}:\n${output}`);
    }),
  ]);
  return {
    child,
    log: () => output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

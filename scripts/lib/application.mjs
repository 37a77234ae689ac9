import { waitUntil } from "./living-processes.mjs";
import { nodeService } from "./processes.mjs";
import { binary } from "./run-command.mjs";

/** Variables of the database's owner, of npm and of tests that the web process and the worker have no business with. */
const withheld =
  /^(DATABASE_URL|PGUSER|PGPASSWORD|PGPASSFILE|PGSERVICE|PGSERVICEFILE|INIT_CWD|npm_.*|TEST_.*|E2E_.*)$/;

/**
 * The environment of the web process and the worker: the operator's own variables, without the owner's database
 * address, and what the start script decided.
 */
export function applicationEnv({
  mode,
  port,
  origin,
  appDatabaseUrl,
  smtpUrl,
  mailFrom,
  authSecret,
  dataDir,
  demo,
}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !withheld.test(name)));
  return {
    ...inherited,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    APP_ORIGIN: origin,
    NEXTAUTH_URL: origin,
    AUTH_SECRET: authSecret,
    APP_DATABASE_URL: appDatabaseUrl,
    SMTP_URL: smtpUrl,
    ...(mailFrom && { MAIL_FROM: mailFrom }),
    DATA_DIR: dataDir,
    DEMO: demo ? "1" : "0",
  };
}

/** Starts the worker and the web process and resolves when the portal answers that it is ready. */
export async function startApplication(supervisor, { mode, port, host, env }) {
  const worker = supervisor.start(nodeService({ name: "worker", script: "src/worker/main.ts", env }));
  const command = mode === "production" ? "start" : "dev";
  const web = supervisor.start(
    nodeService({
      name: "web",
      script: binary("next"),
      args: [command, "-p", String(port), "-H", host],
      env,
    }),
  );
  await waitUntilReady(port, { web, worker });
}

async function waitUntilReady(port, services) {
  let answer = "no answer yet";
  const ready = await waitUntil(async () => {
    for (const [name, service] of Object.entries(services)) {
      if (service.hasEnded())
        throw new Error(`The ${name} process ended while starting. Its last lines:\n\n${service.tail()}`);
    }
    answer = await fetch(`http://127.0.0.1:${port}/api/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.status,
      (error) => error.message,
    );
    return answer === 200;
  }, 120_000);
  if (!ready)
    throw new Error(
      `The portal did not become ready (${answer}). The web process's last lines:\n\n${services.web.tail()}`,
    );
}

import { join } from "node:path";
import { applicationEnv, startApplication } from "./application.mjs";
import { buildApplication } from "./build-application.mjs";
import { generateClient } from "./generate-client.mjs";
import { waitUntil } from "./living-processes.mjs";
import { startMailInbox } from "./mail-service.mjs";
import { isFree } from "./ports.mjs";
import {
  createUnfinishedDatabase,
  finishDatabase,
  portalDatabase,
  portalDatabaseExists,
  startEmbeddedDatabase,
  unfinishedDatabase,
} from "./postgres/embedded.mjs";
import { deployMigrations } from "./postgres/migrations.mjs";
import { ensureLoginRole } from "./postgres/roles.mjs";
import { createSupervisor } from "./processes.mjs";
import { runTypescript } from "./run-command.mjs";
import { openRunningFile } from "./running-file.mjs";
import { readSettings } from "./settings.mjs";
import { endCleanly } from "./shutdown.mjs";

/**
 * Opens an installation: its settings, its lock, its supervisor, and the promise that everything started ends again
 * with this process, in order.
 */
export async function openPortal({ echo = false, needsPort = true } = {}) {
  const settings = readSettings();
  const running = openRunningFile(settings.dataDir);
  await running.hold();
  if (needsPort) await requireFreePort(settings.port);
  const supervisor = createSupervisor({
    logDirectory: join(settings.dataDir, "logs"),
    echo,
    onGiveUp: (name, tail) => {
      process.stderr.write(
        `The ${name} process ends again and again; stopping. Its last lines:\n\n${tail}\n`,
      );
      end(1);
    },
  });
  const end = endCleanly({
    signalCode: 0,
    onStop: () => process.stdout.write("\nStopping …\n"),
    clean: async () => {
      await supervisor.stopAll();
      running.release();
    },
    force: () => supervisor.killAll(),
  });
  return { settings, running, supervisor, end };
}

/** Everything between installed dependencies and a portal that can be served: client, database, mail, roles, demo data. */
export async function preparePortal({ settings, running, supervisor }, step) {
  await step("Database client", generateClient);
  const { server } = await step("PostgreSQL", () => openDatabase(settings, supervisor));
  const mail = await step("Mail", () => openMail(settings, supervisor));
  const target = await chooseDatabase(settings, server);
  await step("Migrations", () =>
    target.ownerUrl ? deployMigrations(target.ownerUrl) : "left to the owner of the database",
  );
  const login = await step("Database login", () => openLogin(settings, target.ownerUrl, server));
  const env = applicationEnv({
    ...settings,
    mode: "production",
    appDatabaseUrl: login.url,
    smtpUrl: mail.smtpUrl,
    demo: Boolean(server),
  });
  await step("Demo data", async () => {
    if (!server) return "only for the embedded database";
    if (!target.unfinished) return "kept";
    await runTypescript("seed", "prisma/seed/demo.ts", [], {
      env: { ...env, DATABASE_URL: target.ownerUrl },
    });
    await finishDatabase(server.urlOf);
    return "seeded";
  });
  if (server) env.APP_DATABASE_URL = withDatabase(login.url, portalDatabase);
  running.update({ origin: settings.origin, databasePort: server?.port, inboxUrl: mail.inboxUrl });
  return { env, inboxUrl: mail.inboxUrl, demo: Boolean(server) };
}

/** Builds where needed, starts worker and web, and resolves when the portal is ready. */
export async function servePortal({ settings, supervisor }, { env }, step, mode) {
  await step("Web application", () => (mode === "production" ? buildApplication(env) : "built on demand"));
  await step("Portal", async () => {
    await startApplication(supervisor, { ...settings, mode, env: { ...env, NODE_ENV: mode } });
    return "ready";
  });
  supervisor.keepAlive();
}

/** A web process whose start script was killed needs a moment to end. */
async function requireFreePort(port) {
  if (await waitUntil(() => isFree(port), 5_000)) return;
  throw new Error(
    `Port ${port} is in use by another program. Choose another one, for example: PORT=${port + 1} npm start`,
  );
}

/** With a database of the operator's nothing is started here; `server` is the embedded one or undefined. */
async function openDatabase(settings, supervisor) {
  if (settings.databaseUrl || settings.appDatabaseUrl)
    return { server: undefined, outcome: "the operator's" };
  return { server: await startEmbeddedDatabase(supervisor, settings), outcome: "embedded" };
}

/** With SMTP_URL mail goes there; without, to an inbox on this machine that shows it. */
async function openMail({ smtpUrl, dataDir }, supervisor) {
  if (smtpUrl) return { smtpUrl, inboxUrl: undefined, outcome: "SMTP_URL" };
  const inbox = await startMailInbox(supervisor, { directory: join(dataDir, "mail"), preferredPort: 8025 });
  return { ...inbox, outcome: "local inbox" };
}

/** The operator's database as it is; our own under its name, or an unfinished one until it is seeded to the end. */
async function chooseDatabase({ databaseUrl }, server) {
  if (!server) return { ownerUrl: databaseUrl, unfinished: false };
  if (await portalDatabaseExists(server.urlOf))
    return { ownerUrl: server.urlOf(portalDatabase), unfinished: false };
  await createUnfinishedDatabase(server.urlOf);
  return { ownerUrl: server.urlOf(unfinishedDatabase), unfinished: true };
}

/** An operator who names a login role has made it; otherwise the portal makes its own. */
async function openLogin({ secrets, appDatabaseUrl }, ownerUrl, server) {
  if (appDatabaseUrl && !server) return { url: appDatabaseUrl, outcome: "APP_DATABASE_URL" };
  const password = secrets.get("loginRolePassword");
  const url = await ensureLoginRole({ ownerUrl, password, ownServer: server !== undefined });
  return { url, outcome: "limited role" };
}

function withDatabase(url, database) {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

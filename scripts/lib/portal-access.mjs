import { applicationEnv } from "./application.mjs";
import { openPortal } from "./portal.mjs";
import { clusterUrl } from "./postgres/cluster.mjs";
import { portalDatabase, portalDatabaseExists, startEmbeddedDatabase } from "./postgres/embedded.mjs";
import { ensureLoginRole } from "./postgres/roles.mjs";
import { openRunningFile } from "./running-file.mjs";
import { readSettings } from "./settings.mjs";

/**
 * The environment of this installation's portal, for its command-line tools: of the database that DATABASE_URL names, of
 * the portal that runs now, or else of the embedded database, started for as long as the tool runs. Unlike the web
 * process a tool also gets the owner's address. Answers it with the function that ends everything with an exit code.
 */
export async function openPortalAccess() {
  const settings = readSettings();
  if (settings.databaseUrl || settings.appDatabaseUrl) {
    const appDatabaseUrl = settings.appDatabaseUrl ?? (await loginTo(settings, settings.databaseUrl, false));
    return { env: toolEnv(settings, settings.databaseUrl, appDatabaseUrl, false), end: process.exit };
  }
  const running = openRunningFile(settings.dataDir).read();
  const password = settings.secrets.get("postgresPassword");
  if (running) {
    if (!running.databasePort) throw new Error("The portal is just starting. Try again when it is ready.");
    const ownerUrl = clusterUrl({ port: running.databasePort, password }, portalDatabase);
    const appDatabaseUrl = await loginTo(settings, ownerUrl, true);
    return {
      env: toolEnv({ ...settings, origin: running.origin }, ownerUrl, appDatabaseUrl, true),
      end: process.exit,
    };
  }
  const portal = await openPortal({ needsPort: false });
  const server = await startEmbeddedDatabase(portal.supervisor, settings);
  if (!(await portalDatabaseExists(server.urlOf))) {
    process.stderr.write("There is no database yet: npm start or npm run setup makes it.\n");
    await portal.end(1);
  }
  const ownerUrl = server.urlOf(portalDatabase);
  const appDatabaseUrl = await loginTo(settings, ownerUrl, true);
  return { env: toolEnv(settings, ownerUrl, appDatabaseUrl, true), end: portal.end };
}

function loginTo({ secrets }, ownerUrl, ownServer) {
  return ensureLoginRole({ ownerUrl, password: secrets.get("loginRolePassword"), ownServer });
}

function toolEnv(settings, ownerUrl, appDatabaseUrl, demo) {
  const smtpUrl = settings.smtpUrl ?? "smtp://127.0.0.1:1";
  const env = applicationEnv({ ...settings, mode: "production", appDatabaseUrl, smtpUrl, demo });
  return ownerUrl ? { ...env, DATABASE_URL: ownerUrl } : env;
}

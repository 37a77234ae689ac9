import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { applicationEnv, startApplication } from "../application.mjs";
import { startMailInbox } from "../mail-service.mjs";
import { freePort } from "../ports.mjs";
import { runTypescript } from "../run-command.mjs";
import { copyTemplate, dropDatabase, openTestLogin } from "./test-cluster.mjs";

/** Enough for building: nothing connects while the application is built. */
export function buildEnv() {
  return testEnv({
    port: 3000,
    appDatabaseUrl: "postgresql://twotier_app@127.0.0.1:1/none",
    smtpUrl: "smtp://127.0.0.1:1",
    dataDir: "",
  });
}

/**
 * Starts the built portal with fresh demo data on free ports: inbox, worker, web. Answers the variables that the
 * browser tests read.
 */
export async function startDemoApplication(run, cluster, template) {
  const { supervisor, onEnd, logDirectory } = run;
  const folder = join(run.folder, "portal");
  mkdirSync(folder, { recursive: true });
  const name = cluster.shared ? `twotier_e2e_${process.pid}` : "twotier_e2e";
  const ownerUrl = await copyTemplate(cluster, template, name);
  if (cluster.shared) onEnd(() => dropDatabase(cluster, name));
  const appDatabaseUrl = await openTestLogin(ownerUrl);
  const port = await freePort();
  const { inboxUrl, smtpUrl } = await startMailInbox(supervisor, { directory: join(folder, "mail") });
  const env = testEnv({ port, appDatabaseUrl, smtpUrl, dataDir: folder });
  await runTypescript("seed", "prisma/seed/demo.ts", [], {
    env: { ...env, DATABASE_URL: ownerUrl },
    logDirectory,
  });
  await startApplication(supervisor, { mode: "production", port, host: "127.0.0.1", env });
  supervisor.keepAlive();
  return {
    E2E_BASE_URL: env.APP_ORIGIN,
    E2E_INBOX_URL: inboxUrl,
    E2E_DATABASE_URL: ownerUrl,
    AUTH_SECRET: env.AUTH_SECRET,
    APP_DATABASE_URL: appDatabaseUrl,
    APP_ORIGIN: env.APP_ORIGIN,
    SMTP_URL: smtpUrl,
    DEMO: "1",
  };
}

function testEnv({ port, ...rest }) {
  return applicationEnv({
    ...rest,
    port,
    mode: "production",
    origin: `http://localhost:${port}`,
    mailFrom: undefined,
    authSecret: "6f1d2c3b4a5968778695a4b3c2d1e0f0112233445566778899aabbccddeeff00",
    demo: true,
  });
}

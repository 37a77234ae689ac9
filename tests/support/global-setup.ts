import { createHash } from "node:crypto";
import { Client } from "pg";
import { dropLeftovers, ensureLoginRole } from "./test-cluster";

/**
 * Runs once before all workers: names this run, gives every worker its settings, makes the login role and drops what
 * earlier runs left behind. `TEST_DATABASE_URL` is the owner's address of the migrated template.
 */
export default async function setUp(): Promise<void> {
  const template = process.env.TEST_DATABASE_URL;
  if (!template)
    throw new Error(
      "TEST_DATABASE_URL is missing: the owner's address of a migrated database to copy for tests",
    );
  process.env.TWOTIER_TEST_RUN = `${process.pid}_${Date.now().toString(36)}`;
  process.env.AUTH_SECRET ??= createHash("sha256").update("sessions and sealed mails of tests").digest("hex");
  process.env.APP_ORIGIN ??= "http://localhost:3000";
  process.env.SMTP_URL ??= "smtp://127.0.0.1:1";
  process.env.LOG_LEVEL ??= "silent";
  const administration = new URL(template);
  administration.pathname = "/postgres";
  const client = new Client({ connectionString: administration.href });
  await client.connect();
  try {
    await ensureLoginRole(client);
    await dropLeftovers(client, template);
  } finally {
    await client.end();
  }
}

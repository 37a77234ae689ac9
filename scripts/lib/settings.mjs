import { mkdirSync } from "node:fs";
import { dataDirectory } from "./project.mjs";
import { openSecrets } from "./secrets.mjs";

/**
 * What the operator set, checked, with the defaults filled in. Throws one sentence that names the variable and what it
 * must look like. Loopback only as long as the portal's own address is loopback: demo passwords are public.
 */
export function readSettings() {
  const port = readPort(process.env.PORT ?? "3000");
  const origin = readUrl("APP_ORIGIN", process.env.APP_ORIGIN || `http://localhost:${port}`, [
    "http:",
    "https:",
  ]).origin;
  const databaseUrl = process.env.DATABASE_URL || undefined;
  if (databaseUrl) readUrl("DATABASE_URL", databaseUrl, ["postgresql:", "postgres:"]);
  const smtpUrl = process.env.SMTP_URL || undefined;
  if (smtpUrl) readUrl("SMTP_URL", smtpUrl, ["smtp:", "smtps:"]);
  const directory = dataDirectory();
  mkdirSync(directory, { recursive: true });
  const secrets = openSecrets(directory);
  return {
    port,
    origin,
    host: process.env.HOST || (isLoopback(origin) ? "127.0.0.1" : "0.0.0.0"),
    databaseUrl,
    appDatabaseUrl: process.env.APP_DATABASE_URL || undefined,
    smtpUrl,
    mailFrom: process.env.MAIL_FROM || undefined,
    dataDir: directory,
    secrets,
    authSecret: process.env.AUTH_SECRET || secrets.get("authSecret"),
  };
}

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${text}": set it to a number from 1 to 65535.`);
}

function readUrl(name, text, protocols) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && protocols.includes(url.protocol)) return url;
  throw new Error(
    `${name} is "${text.replace(/:[^:@/]*@/, ":…@")}": set it to an address that starts with ${protocols.join("// or ")}//.`,
  );
}

function isLoopback(origin) {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);
}

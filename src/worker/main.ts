import { env } from "#/platform/env";
import { messagesOf } from "#/platform/i18n/messages";
import { logger } from "#/platform/logger";
import { openMailTransport } from "#/platform/mail/transport";
import { runtime } from "#/platform/unit-of-work";
import { startWorker } from "./worker";

/** The longest a stop may take; a mail on its way is then left to its lease. */
const stopMilliseconds = 8_000;

const settings = env();
const worker = startWorker({
  host: runtime(),
  databaseUrl: settings.APP_DATABASE_URL,
  transport: openMailTransport({ url: settings.SMTP_URL, from: settings.MAIL_FROM }),
  identity: { origin: settings.APP_ORIGIN, productName: messagesOf.en.product.name },
});
let isStopping = false;
async function stop(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  logger.info({ signal }, "the worker stops");
  setTimeout(() => process.exit(0), stopMilliseconds).unref();
  await worker.stop();
  await runtime().database.close();
  process.exit(0);
}

process.on("SIGTERM", (signal) => void stop(signal));
process.on("SIGINT", (signal) => void stop(signal));
logger.info("the worker is at work");

/**
 * The local mail inbox of demo and tests: accepts every mail by SMTP on this machine, keeps it as .eml, and shows it in
 * a page and as JSON. It can also be told to behave like a mail server in trouble.
 *
 *   GET    /messages?to=address   the messages, oldest first, as JSON; without `to` all of them
 *   DELETE /messages              forgets and deletes all messages
 *   GET    /mode                  how it answers now
 *   POST   /mode  {"mode": "accept" | "refuse" | "tempfail" | "hang"}
 *
 * Read from the environment: MAIL_DIR, INBOX_PORT, INBOX_SMTP_PORT.
 */
import { createInboxServer } from "./lib/mail/inbox-server.mjs";
import { createMailServer } from "./lib/mail/mail-server.mjs";
import { openMailStore } from "./lib/mail/mail-store.mjs";

const loopback = "127.0.0.1";
const store = await openMailStore(process.env.MAIL_DIR);
const mail = createMailServer(store);
const inbox = createInboxServer(store, mail);

await mail.listen(Number(process.env.INBOX_SMTP_PORT), loopback);
await new Promise((resolve) => inbox.listen(Number(process.env.INBOX_PORT), loopback, resolve));
process.stdout.write(
  `Mail on port ${process.env.INBOX_SMTP_PORT}, inbox on port ${process.env.INBOX_PORT}\n`,
);

process.on("SIGTERM", () => process.exit(0));
process.on("SIGINT", () => process.exit(0));

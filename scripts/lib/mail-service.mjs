import { waitUntil } from "./living-processes.mjs";
import { freePort } from "./ports.mjs";
import { nodeService } from "./processes.mjs";

/** Starts the local mail inbox on free ports of this machine; answers where to send to and where to read. */
export async function startMailInbox(supervisor, { directory, preferredPort }) {
  const webPort = await freePort(preferredPort);
  const smtpPort = await freePort();
  const service = supervisor.start(
    nodeService({
      name: "mail",
      script: "scripts/mail-inbox.mjs",
      env: {
        PATH: process.env.PATH,
        MAIL_DIR: directory,
        INBOX_PORT: String(webPort),
        INBOX_SMTP_PORT: String(smtpPort),
      },
    }),
  );
  const inboxUrl = `http://localhost:${webPort}`;
  const answers = () =>
    fetch(`http://127.0.0.1:${webPort}/messages`).then(
      (response) => response.ok,
      () => false,
    );
  const up = await waitUntil(() => service.hasEnded() || answers(), 15_000);
  if (!up || service.hasEnded()) throw new Error(`The mail inbox did not start:\n${service.tail()}`);
  return { inboxUrl, smtpUrl: `smtp://127.0.0.1:${smtpPort}` };
}

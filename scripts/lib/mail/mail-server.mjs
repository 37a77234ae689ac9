import { SMTPServer } from "smtp-server";

/** How the server treats mail: takes it, refuses it for good, refuses it for now, or never answers. */
export const mailModes = ["accept", "refuse", "tempfail", "hang"];

const refusals = {
  refuse: [550, "5.1.1 Mailbox unavailable (the inbox was told to refuse)"],
  tempfail: [451, "4.3.0 Try again later (the inbox was told to fail for now)"],
};

/** An SMTP server without encryption or sign-in, for this machine only, that keeps every message in the store. */
export function createMailServer(store) {
  let mode = "accept";
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: 25 * 1024 * 1024,
    logger: false,
    onRcptTo: (_address, _session, done) => {
      if (mode === "hang") return;
      done(refusal(mode));
    },
    onData: (stream, session, done) => {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        store.add(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
  server.on("error", (error) => process.stderr.write(`${error.message}\n`));

  return {
    listen: (port, host) => new Promise((resolve) => server.listen(port, host, resolve)),
    mode: () => mode,
    setMode: (wanted) => {
      mode = wanted;
    },
  };
}

function refusal(mode) {
  const [responseCode, message] = refusals[mode] ?? [];
  return responseCode ? Object.assign(new Error(message), { responseCode }) : undefined;
}

import { type AddressInfo, createServer, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * How the server treats a mail: takes it, refuses its recipient for good, puts it off, says nothing, cuts the connection
 * before or after it has taken the mail.
 */
export type MailServerMode = "accept" | "refuse" | "defer" | "hang" | "cut" | "cut-after-taking";

/** A mail as it arrived, parsed and raw. */
export type ArrivedMail = {
  readonly parsed: ParsedMail;
  readonly raw: string;
  readonly recipients: readonly string[];
};

/** A real SMTP server on this machine whose manners can be changed while it runs. */
export type MailServer = {
  readonly url: string;
  readonly port: number;
  readonly arrived: ArrivedMail[];
  mode: MailServerMode;
  readonly stop: () => Promise<void>;
};

function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Starts a mail server; on a given port to come back where one was before. */
export async function startMailServer(mode: MailServerMode = "accept", port = 0): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const arrived: ArrivedMail[] = [];
  const state: { mode: MailServerMode } = { mode };
  const inner = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onRcptTo(_address, _session, done) {
      if (state.mode === "refuse") return done(answer(550, "5.1.1 No such user here"));
      if (state.mode === "defer") return done(answer(451, "4.7.1 Greylisted, come back later"));
      if (state.mode === "hang") return;
      if (state.mode === "cut") return cutAll();
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        arrived.push({ raw, recipients, parsed: await simpleParser(raw) });
        if (state.mode === "cut-after-taking") return cutAll();
        done();
      });
    },
  });
  inner.on("error", () => undefined);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    inner.connect(socket);
  });
  function cutAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    arrived,
    get mode() {
      return state.mode;
    },
    set mode(next) {
      state.mode = next;
    },
    stop: async () => {
      cutAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

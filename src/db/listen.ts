import { Client } from "pg";

/** What a listener hears and how it connects. */
export type ListenOptions = {
  readonly url: string;
  readonly channel: string;
  /** Called for each notice, and once after every (re)connection, since notices in between were missed. */
  readonly onNotice: () => void;
  readonly onConnectionLost: (error: Error) => void;
};

/** An open ear; `close` ends it. */
export type Listener = { readonly close: () => Promise<void> };

const reconnectMilliseconds = 1_000;

/**
 * Listens on a channel over a connection of its own, and connects again for as long as it takes whenever that breaks.
 * Notices only save waiting: whoever listens must also look by itself now and then.
 */
export function listenTo({ url, channel, onNotice, onConnectionLost }: ListenOptions): Listener {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function connectLater(error: Error): void {
    if (isClosed || timer) return;
    onConnectionLost(error);
    client?.end().catch(() => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, reconnectMilliseconds);
  }

  async function connect(): Promise<void> {
    const opening = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client = opening;
    opening.on("error", connectLater);
    opening.on("end", () => connectLater(new Error("the listening connection ended")));
    opening.on("notification", onNotice);
    try {
      await opening.connect();
      await opening.query(`listen "${channel}"`);
      onNotice();
    } catch (error) {
      connectLater(error instanceof Error ? error : new Error(String(error)));
    }
  }

  void connect();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

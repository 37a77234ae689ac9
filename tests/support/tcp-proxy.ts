import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can be closed and opened again, like a network or a server that goes away. */
export type TcpProxy = {
  readonly port: number;
  /** Cuts every connection and refuses new ones. */
  readonly goAway: () => Promise<void>;
  /** Lets connections through again, on the same port. */
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts a proxy on this machine to the host and port of an address. */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((incoming) => {
    const outgoing = connect(Number(targetPort), hostname);
    keep(incoming);
    keep(outgoing);
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on("close", () => outgoing.destroy());
    outgoing.on("close", () => incoming.destroy());
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  async function goAway(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  return {
    port,
    goAway,
    comeBack: () => listen(port),
    stop: async () => {
      if (server.listening) await goAway();
    },
  };
}

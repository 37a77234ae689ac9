import { createServer } from "node:net";

/** A port of this machine nothing listens on: the preferred one when it is free, else one the system picks. */
export async function freePort(preferred) {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  return listenOnce(0);
}

/** Whether a program could listen on this port of this machine now. */
export async function isFree(port) {
  return (await listenOnce(port).catch(() => undefined)) !== undefined;
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}

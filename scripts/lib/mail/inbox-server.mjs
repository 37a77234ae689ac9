import { createServer } from "node:http";
import { errorPage, listPage, messageBody, messagePage } from "./inbox-pages.mjs";
import { mailModes } from "./mail-server.mjs";

/** Pages carry mail written by anyone: no script runs, nothing is loaded from elsewhere, forms go to ourselves. */
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/** The inbox over HTTP: pages for people, JSON for tests. Anything malformed gets a 4xx that says what is wrong. */
export function createInboxServer(store, mail) {
  return createServer(async (request, response) => {
    try {
      // A page of a stranger's site could otherwise read the inbox through a name that it points at this machine.
      if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? ""))
        return reply(response, 403, errorPage("Open the inbox as localhost."));
      await answer(request, response, store, mail);
    } catch (error) {
      reply(response, error.status ?? 500, errorPage(error.message));
    }
  });
}

async function answer(request, response, store, mail) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const to = searchParams.get("to") ?? undefined;
  const route = `${request.method} ${pathname}`;
  if (route === "GET /") return reply(response, 200, listPage(store.list(to).toReversed(), to));
  if (route === "GET /messages") return json(response, store.list(to));
  if (route === "DELETE /messages") {
    await store.clear();
    return json(response, []);
  }
  if (route === "GET /mode") return json(response, { mode: mail.mode() });
  if (route === "POST /mode") return setMode(request, response, mail);
  const [, id, part] = /^\/messages\/([0-9]{14}-[0-9a-f]{8})(?:\/(body|source))?$/.exec(pathname) ?? [];
  const message = id && request.method === "GET" ? store.find(id) : undefined;
  if (!message) return reply(response, 404, errorPage("There is no such message."));
  if (part === "source")
    return reply(response, 200, await store.raw(id), { type: "text/plain; charset=utf-8" });
  if (part === "body") return reply(response, 200, messageBody(message), { policy: mailPolicy });
  return reply(response, 200, messagePage(message));
}

async function setMode(request, response, mail) {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 1_000) throw badRequest("The body is too long.");
  }
  const { mode } = parseJson(body);
  if (!mailModes.includes(mode)) throw badRequest(`"mode" must be one of ${mailModes.join(", ")}.`);
  mail.setMode(mode);
  json(response, { mode });
}

function parseJson(body) {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    throw badRequest("The body must be JSON.");
  }
}

function badRequest(message) {
  return Object.assign(new Error(message), { status: 400 });
}

function json(response, content) {
  reply(response, 200, JSON.stringify(content), { type: "application/json; charset=utf-8" });
}

function reply(response, status, body, { type = "text/html; charset=utf-8", policy = pagePolicy } = {}) {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  });
  response.end(body);
}

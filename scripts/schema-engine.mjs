#!/usr/bin/env node
/**
 * Prisma's schema engine as WebAssembly, in the shape its command line expects of a native one.
 *
 * The command line starts the file that PRISMA_SCHEMA_ENGINE_BINARY names and speaks line-delimited JSON-RPC with it.
 * The native engine comes from a download outside the npm registry; this one comes from the registry alone, so
 * `prisma migrate` works wherever `npm ci` does. Nothing here changes the engine: it carries messages and lends it
 * a PostgreSQL connection.
 */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { connectionOf, createDatabase, probeDatabase } from "./lib/schema-engine/connection.mjs";
import { createEngine } from "./lib/schema-engine/engine.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
const datasource = typeof values.datasource === "string" ? JSON.parse(values.datasource) : {};

if (positionals[0] === "cli") await runSubcommand(String(positionals[1]));
else await serve();

/** `can-connect-to-database` and `create-database`: success is exit code 0, failure one JSON log line and code 1. */
async function runSubcommand(name) {
  try {
    if (name === "can-connect-to-database") await probeDatabase(connectionOf(datasource.url));
    else if (name === "create-database") await createDatabase(connectionOf(datasource.url));
    else throw new Error(`The schema engine has no sub-command "${name}".`);
    process.exit(0);
  } catch (error) {
    const fields = { message: error.message, error_code: error.code };
    process.stderr.write("schema engine\n");
    process.stderr.write(
      `${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`,
      () => process.exit(1),
    );
    await new Promise(() => {});
  }
}

/** Answers requests one after the other until the command line closes the pipe; the engine is not re-entrant. */
async function serve() {
  const engine = createEngine({ datamodelPaths: values.datamodels ?? [], datasource, print });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const request = JSON.parse(line);
    if (request.method === undefined) continue;
    await send({ jsonrpc: "2.0", id: request.id, ...(await engine.answer(request.method, request.params)) });
  }
  await engine.close();
  process.exit(0);
}

/** The native engine prints by asking the command line to; its acknowledgement needs no handling. */
async function print(content) {
  await send({ jsonrpc: "2.0", id: "print", method: "print", params: { content } });
}

async function send(message) {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, "drain");
}

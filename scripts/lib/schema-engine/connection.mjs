import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's internal one-byte "char", which the adapter refuses to decode. */
const internalCharOid = 18;
const textOid = 25;

/**
 * Splits a connection URL into its parts. The parts matter: a pool that was given a URL ignores a `database` option
 * beside it, and the shadow database would silently be the main one.
 */
export function connectionOf(url) {
  if (!url)
    throw Object.assign(new Error("DATABASE_URL is not set: there is no database to connect to."), {
      code: "P1012",
    });
  const { host, port, user, password, database, connectionParameters } = new pg.Client({
    connectionString: url,
  });
  const { ssl, options } = connectionParameters;
  return { host, port, user, password, database, ...(ssl ? { ssl } : {}), ...(options ? { options } : {}) };
}

/** Resolves when the server lets us in; otherwise throws an error with the command line's own code (P1000, P1001, P1003). */
export async function probeDatabase(connection) {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw toConnectionError(error, connection);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates the database that the connection names, through the server's `postgres` database. Returns its name. */
export async function createDatabase(connection) {
  const client = new pg.Client({ ...connection, database: "postgres" });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(connection.database)}`);
    return connection.database;
  } finally {
    await client.end();
  }
}

/** Runs a whole script as one simple-protocol query: the server splits it, so `$$ … ; … $$` bodies stay whole. */
export async function executeScript(connection, script) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

/** The adapter factory the engine asks for connections: to the database itself and to a shadow database of its own. */
export function createAdapterFactory(connection, shadowUrl) {
  const factory = new PrismaPg(connection);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => openAdapter(connection),
    connectToShadowDb: () =>
      shadowUrl ? openAdapter(connectionOf(shadowUrl)) : openShadowDatabase(connection),
  };
}

async function openShadowDatabase(connection) {
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await executeScript(connection, `CREATE DATABASE "${database}"`);
  return openAdapter({ ...connection, database }, () =>
    executeScript(connection, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`),
  );
}

/**
 * One connection for the engine's whole life: its advisory lock belongs to the session, and a second connection from a
 * pool would not hold it. A connection the server ends (57P01, when the shadow database is dropped) must not crash us.
 */
async function openAdapter(connection, onDispose) {
  const pool = new pg.Pool({ ...connection, max: 1, idleTimeoutMillis: 0 });
  pool.on("error", () => {});
  const adapter = await new PrismaPg(pool, { onPoolError: () => {}, onConnectionError: () => {} }).connect();
  const startTransaction = adapter.startTransaction.bind(adapter);
  return Object.assign(decodeInternalChar(adapter), {
    executeScript: async (script) => {
      await pool.query(script).catch((error) => {
        throw new DriverAdapterError(toScriptFailure(error, script));
      });
    },
    startTransaction: async (isolationLevel) => decodeInternalChar(await startTransaction(isolationLevel)),
    dispose: async () => {
      await pool.end();
      await onDispose?.();
    },
  });
}

/**
 * The adapter refuses the type of catalogue columns such as pg_constraint.contype. It is shown text instead, and the
 * engine is then told what the column really is: one character.
 */
function decodeInternalChar(queryable) {
  const columnsOf = new WeakMap();
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  return Object.assign(queryable, {
    performIO: async (query) => {
      const result = await performIO(query);
      const columns = result.fields.filter((field) => field.dataTypeID === internalCharOid);
      columnsOf.set(
        query,
        columns.map((field) => result.fields.indexOf(field)),
      );
      for (const column of columns) column.dataTypeID = textOid;
      return result;
    },
    queryRaw: async (query) => {
      const result = await queryRaw(query);
      for (const column of columnsOf.get(query)) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    },
  });
}

/**
 * The server's own words, with the line of the script: whoever wrote the migration needs both. The SQLSTATE moves into
 * the text, because the engine replaces the message of every code it knows by a vaguer one.
 */
function toScriptFailure(error, script) {
  const line = error.position ? `, line ${script.slice(0, Number(error.position)).split("\n").length}` : "";
  return {
    kind: "postgres",
    code: "XX000",
    severity: error.severity ?? "ERROR",
    message: `${error.message} (${error.code ?? "no SQLSTATE"}${line})`,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  };
}

/** Names a failed connection as the native engine would, so that the command line's own explanations apply. */
function toConnectionError(error, { host, port, user, database }) {
  const place = `${host}:${port}`;
  const known = {
    "28P01": [
      "P1000",
      `Authentication failed against the database server at ${place} for the user "${user}".`,
    ],
    28000: ["P1000", `Authentication failed against the database server at ${place} for the user "${user}".`],
    "3D000": ["P1003", `Database "${database}" does not exist on the database server at ${place}.`],
    ECONNREFUSED: ["P1001", `Can't reach the database server at ${place}: is it running?`],
    ENOTFOUND: ["P1001", `Can't reach the database server at ${place}: the name does not resolve.`],
  }[error.code];
  const [code, message] = known ?? ["P1001", `Can't use the database server at ${place}: ${error.message}`];
  return Object.assign(new Error(message), { code });
}

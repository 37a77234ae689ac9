import { Pool, types } from "pg";
import { PrismaSlots } from "./prisma-slots";

/** How a process connects: the login role's address, the size of its pool, and who is told when a connection breaks. */
export type DatabaseOptions = {
  readonly url: string;
  readonly poolSize: number;
  readonly onConnectionLost?: (error: Error) => void;
};

/** The database of a process: plain connections, and Prisma clients that work over them. */
export type Database = {
  readonly pool: Pool;
  readonly slots: PrismaSlots;
  /** Waits for open units of work and ends every connection. */
  readonly close: () => Promise<void>;
};

/** Limits the database keeps for every statement of the portal, in milliseconds (decision 11). */
const limits = {
  statement_timeout: 10_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** PostgreSQL's bigint as bigint, so that no amount of money ever passes through a floating-point number. */
const bigintOid = 20;
const typeParsers: { getTypeParser: typeof types.getTypeParser } = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === bigintOid && format !== "binary"
      ? BigInt
      : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** What differs between pools: settings sent at connecting, and whether bigint columns come as text, as `pg` has it. */
export type PoolFormat = { readonly startupOptions?: string; readonly bigintAsText?: boolean };

/** A pool of plain connections with the portal's limits; a broken idle connection is told, never thrown. */
export function openPool(
  { url, poolSize, onConnectionLost }: DatabaseOptions,
  { startupOptions, bigintAsText = false }: PoolFormat = {},
): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...(!bigintAsText && { types: typeParsers }),
    ...(startupOptions && { options: startupOptions }),
    ...limits,
  });
  // Told for connections that lie idle and for those in use; the statement under way fails by itself.
  pool.on("connect", (connection) => connection.on("error", (error) => onConnectionLost?.(error)));
  pool.on("error", (error) => onConnectionLost?.(error));
  return pool;
}

/**
 * Opens the database of a process. Connections log in as a role that owns nothing: outside a unit of work every
 * statement is refused.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);
  const slots = new PrismaSlots();
  return {
    pool,
    slots,
    close: async () => {
      await pool.end();
      await slots.close();
    },
  };
}

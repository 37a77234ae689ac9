import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "./generated/client";

/** How a process connects: the login role's address, the size of its pool, and who is told when a connection breaks. */
export type DatabaseOptions = {
  readonly url: string;
  readonly poolSize: number;
  readonly onConnectionLost?: (error: Error) => void;
};

/** Limits the database keeps for every statement of the portal, in milliseconds (decision 11). */
const limits = {
  statement_timeout: 10_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** Prisma's own limit lies far above the database's, so that the database always aborts first (F10). */
export const transactionOptions = { maxWait: 5_000, timeout: 60_000 };

/** A pool of plain connections with the portal's limits; a broken idle connection is told, never thrown. */
export function openPool(
  { url, poolSize, onConnectionLost }: DatabaseOptions,
  startupOptions?: string,
): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...(startupOptions && { options: startupOptions }),
    ...limits,
  });
  pool.on("error", (error) => onConnectionLost?.(error));
  return pool;
}

/**
 * Opens the pool of a process. Connections log in as a role that owns nothing: outside a scoped transaction every
 * statement is refused by the database.
 */
export function openDatabase(options: DatabaseOptions): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(openPool(options)), transactionOptions });
}

import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolClient } from "pg";
import { type Prisma, PrismaClient } from "./generated/client";

/** Statements with which Prisma would open and close a transaction of its own, inside the one that is open already. */
const inside: Readonly<Record<string, string>> = {
  BEGIN: "savepoint prisma",
  COMMIT: "release savepoint prisma",
  ROLLBACK: "rollback to savepoint prisma",
};

type QueryConfig = { readonly text: string };

/** Looks like a pool to Prisma, but every query goes over the one connection lent to it, and none without one. */
class LentConnection extends Pool {
  lent: PoolClient | undefined;

  #connection(): PoolClient {
    if (!this.lent) throw new Error("a query outside a unit of work");
    return this.lent;
  }

  override query = ((config: QueryConfig) => this.#connection().query(config)) as unknown as Pool["query"];

  override connect = (async () => {
    const connection = this.#connection();
    return {
      on: () => undefined,
      removeListener: () => undefined,
      release: () => undefined,
      query: (config: QueryConfig) =>
        connection.query({ ...config, text: inside[config.text] ?? config.text }),
    };
  }) as unknown as Pool["connect"];
}

/** A Prisma client that can be lent one connection at a time. */
export type PrismaSlot = { readonly prisma: PrismaClient; readonly connection: LentConnection };

/**
 * Prisma clients for units of work. Each serves one unit at a time over that unit's own connection, so that Prisma can
 * never gather look-ups of two actors into one statement. Made when first needed (about 50 ms and 8 MB) and kept.
 */
export class PrismaSlots {
  readonly #free: PrismaSlot[] = [];

  /** Lends a connection to a free Prisma client. */
  borrow(connection: PoolClient): PrismaSlot {
    const slot = this.#free.pop() ?? this.#make();
    slot.connection.lent = connection;
    return slot;
  }

  /** Takes the connection back. */
  giveBack(slot: PrismaSlot): void {
    slot.connection.lent = undefined;
    this.#free.push(slot);
  }

  /** Ends all clients that are not in use. */
  async close(): Promise<void> {
    await Promise.all(this.#free.splice(0).map(({ prisma }) => prisma.$disconnect()));
  }

  #make(): PrismaSlot {
    const connection = new LentConnection({ max: 1 });
    return { connection, prisma: new PrismaClient({ adapter: new PrismaPg(connection) }) };
  }
}

/** Prisma inside a unit of work: everything but opening and closing transactions. */
export type UnitPrisma = Prisma.TransactionClient;

import type { PoolClient } from "pg";
import type { Actor } from "#/domain/authorisation/actor";
import type { Database } from "./client";
import type { PrismaSlot, UnitPrisma } from "./prisma-slots";
import type { Sql } from "./sql";

const actingRoleOf = {
  indirect_provider: "acting_provider",
  indirect_reseller: "acting_reseller",
  customer: "acting_customer",
  vendor_operator: "acting_vendor",
} as const;

function actingRole(actor: Actor): string {
  if (actor.kind === "system") return "acting_system";
  if (actor.kind === "visitor") return "acting_visitor";
  return actingRoleOf[actor.organisationKind];
}

/** How a unit of work runs: may it write, and what time is it if not the database's (tests move the clock). */
export type UnitOptions = { readonly readOnly: boolean; readonly clock?: Date | undefined };

/** What a unit of work reads and writes with: typed raw SQL, or Prisma, over one connection and in one transaction. */
export type Unit = {
  /** The database's time at the start of the transaction. */
  readonly now: Date;
  readonly db: UnitPrisma;
  /**
   * Runs typed raw SQL and gives its rows (bigint as bigint, timestamps as Date). With a name the plan is kept by the
   * connection; searches must not have one (a kept plan of LIKE is far slower).
   */
  readonly rows: <Row>(sql: Sql, name?: string) => Promise<Row[]>;
  /** Runs typed raw SQL and tells how many rows it changed. */
  readonly execute: (sql: Sql, name?: string) => Promise<number>;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function quotedId(id: string | undefined): string {
  if (id === undefined) return "''";
  if (!uuid.test(id)) throw new Error("an actor's id is not a UUID");
  return `'${id}'`;
}

/** Begin and scope in one round trip. Values are UUIDs, an ISO instant and our own role names, checked above. */
function openingStatements(actor: Actor, { readOnly, clock }: UnitOptions): string {
  const person = actor.kind === "user" ? actor : undefined;
  const instant = clock ? `'${clock.toISOString()}'` : "''";
  return `begin ${readOnly ? "read only" : "read write"};
    select set_config('app.organisation', ${quotedId(person?.organisationId)}, true), set_config('app.user', ${quotedId(person?.userId)}, true),
      set_config('app.now', ${instant}, true), set_config('role', '${actingRole(actor)}', true), coalesce(nullif(${instant}, '')::timestamptz, now()) as now`;
}

async function openScope(connection: PoolClient, actor: Actor, options: UnitOptions): Promise<Date> {
  const results: unknown = await connection.query(openingStatements(actor, options));
  const scope = Array.isArray(results) ? results[1] : undefined;
  const now: unknown = scope?.rows?.[0]?.now;
  if (!(now instanceof Date)) throw new Error("the scope statement gave no time");
  return now;
}

/**
 * Opens one transaction in which PostgreSQL sees the actor: the acting role, organisation and person are set before the
 * first statement and end with the transaction (F8). Commits when `work` returns, rolls back when it throws; what was
 * thrown comes out unchanged.
 */
export async function actAs<T>(
  database: Database,
  actor: Actor,
  options: UnitOptions,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const connection = await database.pool.connect();
  let slot: PrismaSlot | undefined;
  let broken: Error | undefined;
  try {
    const now = await openScope(connection, actor, options);
    const value = await work({
      now,
      get db() {
        slot ??= database.slots.borrow(connection);
        return slot.prisma;
      },
      rows: async <Row>({ text, values }: Sql, name?: string) =>
        (await connection.query({ text, values, ...(name && { name }) })).rows as Row[],
      execute: async ({ text, values }: Sql, name?: string) =>
        (await connection.query({ text, values, ...(name && { name }) })).rowCount ?? 0,
    });
    await connection.query("commit");
    return value;
  } catch (error) {
    await connection.query("rollback").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    if (slot) database.slots.giveBack(slot);
    connection.release(broken);
  }
}

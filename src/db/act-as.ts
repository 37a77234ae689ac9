import type { Actor } from "#/domain/authorisation/actor";
import type { Prisma, PrismaClient } from "./generated/client";

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

/**
 * Opens one transaction in which PostgreSQL sees the actor: the acting role, organisation and person are set in one
 * statement and end with the transaction (F8). Commits when `work` returns, rolls back when it throws.
 */
export function actAs<T>(
  database: PrismaClient,
  actor: Actor,
  options: UnitOptions,
  work: (db: Prisma.TransactionClient, now: Date) => Promise<T>,
): Promise<T> {
  const organisation = actor.kind === "user" ? actor.organisationId : "";
  const person = actor.kind === "user" ? actor.userId : "";
  const clock = options.clock?.toISOString() ?? "";
  return database.$transaction(async (db) => {
    const [scope] = await db.$queryRaw<{ now: Date }[]>`
      select set_config('app.organisation', ${organisation}, true), set_config('app.user', ${person}, true),
        set_config('app.now', ${clock}, true), set_config('transaction_read_only', ${options.readOnly ? "on" : "off"}, true),
        set_config('role', ${actingRole(actor)}, true), coalesce(nullif(${clock}, '')::timestamptz, now()) as now`;
    if (!scope) throw new Error("the scope statement gave no row");
    return work(db, scope.now);
  });
}

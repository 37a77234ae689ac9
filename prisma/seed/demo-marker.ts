import type { Unit } from "#/db/act-as";
import { sql } from "#/db/sql";
import { organisationId } from "./story/organisations";

/** What stands in the vendor operator's settings of a demo database, and of no other. */
const marker = { demoData: "twotier" };

/** What kind of database this is: empty, the demo's, or somebody's real one. */
export type DatabaseKind = "empty" | "demo" | "real";

/** Looks at the marker the seed leaves and at whether there is any organisation. */
export async function databaseKind(unit: Unit): Promise<DatabaseKind> {
  const [row] = await unit.rows<{ isDemo: boolean; isEmpty: boolean }>(sql`
    select exists (select from organisation where id = ${organisationId("Zenit")}::uuid
        and settings @> ${JSON.stringify(marker)}::jsonb) as "isDemo",
      not exists (select from organisation) as "isEmpty"`);
  if (row?.isDemo) return "demo";
  return row?.isEmpty ? "empty" : "real";
}

/** Marks the database as the demo's; the last act of the seed. */
export async function markAsDemo(unit: Unit): Promise<void> {
  await unit.execute(sql`
    update organisation set settings = settings || ${JSON.stringify(marker)}::jsonb
    where id = ${organisationId("Zenit")}::uuid`);
}

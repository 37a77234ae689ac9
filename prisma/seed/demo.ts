import { actAs } from "#/db/act-as";
import type { SystemActor } from "#/domain/authorisation/actor";
import { runtime } from "#/platform/unit-of-work";
import { demoAgreements, writeAgreements } from "./agreements";
import { importDemoCatalogue } from "./demo-catalogue";
import { databaseKind, markAsDemo } from "./demo-marker";
import { daysAfter } from "./records/record-writer";
import { demoPassword } from "./story/people";
import { writeCast, writeRelationships, writeSubscriptions } from "./write-story";

const actor: SystemActor = { kind: "system", job: "seed_demo" };

/**
 * Fills an empty database with the demo's story: the catalogue by the real import, everything else in one transaction,
 * all of it or nothing. Does nothing to a database that has it already, and refuses any other, so that no real
 * installation ever gets accounts with a public password.
 */
async function seedDemo(): Promise<void> {
  const host = runtime();
  const kind = await actAs(host.database, actor, { readOnly: true }, databaseKind);
  if (kind === "demo") return;
  if (kind === "real")
    throw new Error(
      "This database holds real organisations. The demo's data goes into an empty database only.",
    );
  await importDemoCatalogue(host);
  const passwordHash = await host.services.hashPassword(demoPassword);
  await actAs(host.database, actor, { readOnly: false }, async (unit) => {
    const today = new Date(Math.floor(unit.now.getTime() / 3_600_000) * 3_600_000);
    const story = { today, passwordHash };
    await writeAgreements(unit.db, demoAgreements, daysAfter(today, -950));
    await writeCast(unit.db, story);
    await writeRelationships(unit.db, story, host.services.newToken);
    await writeSubscriptions(unit.db, story);
    await markAsDemo(unit);
  });
}

try {
  await seedDemo();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await runtime().database.close();
}

import { actAs } from "#/db/act-as";
import { runtime } from "#/platform/unit-of-work";
import { writeAgreements } from "../prisma/seed/agreements";

const usage = `Publishes the texts of your Partner Agreement and Customer Agreement, without which nobody can accept them:

  npm run agreements:publish -- FOLDER

The folder holds one Markdown file per agreement, version and language, with the title as its first line:
  partner_agreement.1.en.md  customer_agreement.1.en.md  customer_agreement.1.it.md
A version that was published before is never changed: publish a higher number instead.
`;

const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error(usage);
  const published = await actAs(
    runtime().database,
    { kind: "system", job: "publish_agreements" },
    { readOnly: false },
    (unit) => writeAgreements(unit.db, folder, unit.now),
  );
  process.stdout.write(`${published} new texts were published.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await runtime().database.close();
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applicationUrl, fixtures } from "../../support/database";
import { runScript } from "../../support/run-script";

const folder = mkdtempSync(join(tmpdir(), "agreements-"));
const publish = (...args: string[]) =>
  runScript("scripts/publish-agreements.ts", args, { APP_DATABASE_URL: applicationUrl });
const textOf = (language: string) =>
  fixtures.agreementTemplate.findFirst({
    where: { type: "customer_agreement", versionRank: 9_001, language },
  });

beforeAll(() => {
  writeFileSync(join(folder, "customer_agreement.9001.en.md"), "# Our terms\n\nPay in time.\n");
  writeFileSync(
    join(folder, "customer_agreement.9001.it.md"),
    "# Le nostre condizioni\n\nPaga puntualmente.\n",
  );
  writeFileSync(join(folder, "notes.txt"), "not for publication");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("publishes the texts of a folder, once, and never changes what was published", async () => {
  expect(await publish(folder)).toEqual({ code: 0, output: "2 new texts were published.\n", errors: "" });
  expect(await textOf("it")).toMatchObject({ title: "Le nostre condizioni", body: "Paga puntualmente." });
  writeFileSync(join(folder, "customer_agreement.9001.en.md"), "# Our terms\n\nPay at once.\n");
  expect((await publish(folder)).output).toBe("0 new texts were published.\n");
  expect(await textOf("en")).toMatchObject({ body: "Pay in time." });
});

test("publishes nothing of a folder with a file that is no agreement, and says which", async () => {
  writeFileSync(join(folder, "customer_agreement.9002.en.md"), "# New\n\nText.\n");
  writeFileSync(join(folder, "privacy.1.en.md"), "# Privacy\n");
  const outcome = await publish(folder);
  expect(outcome).toMatchObject({ code: 1, output: "" });
  expect(outcome.errors).toContain("privacy.1.en.md is no agreement");
  expect(await fixtures.agreementTemplate.count({ where: { versionRank: 9_002 } })).toBe(0);
});

test("says what it needs", async () => {
  expect((await publish()).errors).toContain("npm run agreements:publish -- FOLDER");
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applicationUrl } from "../../support/database";
import { catalogueDigest, forgetImports, shippedLists } from "../../support/price-list-imports";
import { fileOf, rowOf } from "../../support/price-list-text";
import { runScript } from "../../support/run-script";

const folder = mkdtempSync(join(tmpdir(), "price-lists-"));

beforeAll(forgetImports);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await forgetImports();
});

function importPrices(...args: readonly string[]) {
  return runScript("scripts/import-prices.ts", args, {
    APP_DATABASE_URL: applicationUrl,
    LANG: "en_GB.UTF-8",
  });
}

function fileWith(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("a list is published by command, and the same again changes nothing", async () => {
  const path = `${shippedLists}/SYNTHETIC_api_updatedlicensebased_CH.csv`;
  const first = await importPrices(path);
  expect(first).toMatchObject({ code: 0, errors: "" });
  expect(first.output).toContain("601 rows, 100 %");
  expect(first.output).toContain("Published: 601 added, 0 changed, 0 unchanged");
  expect(first.output).toContain("row 22, EffectiveStartDate: Its dates overlap those of row 21.");
  const second = await importPrices(path);
  expect(second).toMatchObject({ code: 0 });
  expect(second.output).toContain("Nothing changed: 0 added, 0 changed, 601 unchanged");
});

test("a refused list ends with 1, names its rows and reasons, and changes nothing", async () => {
  const before = await catalogueDigest();
  const path = fileWith("list.csv", fileOf([rowOf(), rowOf({ SkuId: "0002", Market: "Italia" })]));
  const refused = await importPrices(path);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain("row 3, Market: “Italia” is no country the programme knows");
  expect(refused.output).toContain("Refused, nothing was published: One row cannot be published.");
  expect(await catalogueDigest()).toEqual(before);
});

test.each([
  [[], "npm run import:prices -- FILE"],
  [["a.csv", "b.csv"], "npm run import:prices -- FILE"],
  [["--kind=yearly", "a.csv"], "current, preview, offer_matrix"],
  [["--force", "a.csv"], "npm run import:prices -- FILE"],
  [["/nowhere/list.csv"], "no such file"],
  [[folder], "EISDIR"],
])("called with %j it ends with 1 and says how it is called", async (args, words) => {
  const outcome = await importPrices(...args);
  expect(outcome.code).toBe(1);
  expect(outcome.errors).toContain(words);
});

test("an empty file is not taken in", async () => {
  const outcome = await importPrices(fileWith("empty.csv", ""));
  expect(outcome).toMatchObject({ code: 1 });
  expect(outcome.errors).toContain("The file was not taken in: The file is empty.");
});

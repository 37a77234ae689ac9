import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { fileOf, rowOf } from "../support/price-list-text";
import { database, expect, expectAccessible, signedIn, test } from "./support/portal";
import { words } from "./support/price-list-words";

const vendor = "operator.admin@zenit.example";

/** A list of SKUs that no other test has, for a market that no demo customer lives in. */
function aList(count: number): string {
  const product = String(randomInt(1_000_000_000, 9_999_999_999)).padStart(12, "E2");
  return fileOf(
    Array.from({ length: count }, (_, index) =>
      rowOf({
        ProductId: product,
        SkuId: index.toString(36).toUpperCase().padStart(4, "0"),
        Market: "IS",
        Currency: "ISK",
        UnitPrice: "9600",
        "ERP Price": "12000",
      }),
    ),
  );
}

async function chooseFile(page: Page, label: string, name: string, content: string): Promise<void> {
  await page
    .getByLabel(label)
    .first()
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** The form's own message; the framework keeps an empty one outside of the page's content. */
function refusalOn(page: Page) {
  return page.getByRole("main").getByRole("alert");
}

for (const language of ["en", "it"] as const) {
  const word = words[language];

  test(`a price list is imported with its progress shown, and the same file again changes nothing (${language})`, async ({
    page,
    context,
  }) => {
    test.slow();
    await signedIn(context, vendor, language);
    await page.goto("/vendor");
    await page.getByRole("link", { name: word.title, exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: word.title })).toBeVisible();
    await expectAccessible(page);
    const list = aList(8_000);
    const name = `Preview-${language}-${randomInt(1_000_000)}.csv`;
    await chooseFile(page, word.file, name, list);
    await expect(page.getByLabel(word.kind)).toHaveValue("preview");
    await page.getByRole("button", { name: word.submit, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const bar = page.getByRole("progressbar", { name: word.reading });
    await expect(bar).toHaveAttribute("value", /^[1-9]/);
    await expectAccessible(page);
    await expect(page.getByText(word.published, { exact: true }).first()).toBeVisible({ timeout: 40_000 });
    await expect(page.getByRole("status").getByText(word.added)).toBeVisible();
    await expect(bar).toHaveCount(0);
    await expectAccessible(page);

    await page.getByRole("link", { name: word.title, exact: true }).first().click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(word.published);
    await chooseFile(page, word.file, name, list);
    await page.getByRole("button", { name: word.submit, exact: true }).click();
    await expect(page.getByRole("status").getByText(word.nothingChanged)).toBeVisible({ timeout: 40_000 });
  });

  test(`a file with a row at fault is refused whole and says which row, which column and why (${language})`, async ({
    page,
    context,
  }) => {
    await signedIn(context, vendor, language);
    await page.goto("/vendor/price-lists");
    const before = await database.query("select count(*) from price");
    const rows = [rowOf({ SkuId: "7", Market: "IS" }), rowOf({ SkuId: "0008", Market: "Svizzera" })];
    await chooseFile(page, word.file, "=faulty.csv", fileOf(rows));
    await page.getByRole("button", { name: word.submit, exact: true }).click();
    await expect(page.getByText(word.nothingPublished)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("heading", { name: word.rowsRefused })).toBeVisible();
    await expect(page.getByRole("heading", { name: word.worthALook })).toBeVisible();
    const refused = page.getByRole("row", { name: /Market/ });
    await expect(refused).toContainText("3");
    await expect(refused).toContainText(word.badMarket);
    await expectAccessible(page);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: word.download }).click();
    const report = readFileSync(await (await downloading).path(), "utf8");
    expect(report.split("\r\n")).toHaveLength(4);
    expect(report).toContain(word.badMarket);
    expect(report).toContain(word.zeros);
    const after = await database.query("select count(*) from price");
    expect(after.rows).toEqual(before.rows);
  });

  test(`nothing chosen and nothing in it are told at the field, and the choice stays (${language})`, async ({
    page,
    context,
  }) => {
    await signedIn(context, vendor, language);
    await page.goto("/vendor/price-lists");
    await page.getByRole("button", { name: word.submit, exact: true }).click();
    await expect(refusalOn(page).getByRole("link", { name: word.chooseFirst })).toBeVisible();
    await chooseFile(page, word.file, "empty.csv", "");
    await page.getByLabel(word.kind).selectOption({ label: word.preview });
    await page.getByRole("button", { name: word.submit, exact: true }).click();
    await expect(refusalOn(page)).toContainText(word.empty);
    await expect(page.getByLabel(word.kind)).toHaveValue("preview");
    await expectAccessible(page);
  });
}

test("an upload that is cut off says so, and trying again imports the file once", async ({
  page,
  context,
  consoleErrors,
}) => {
  await signedIn(context, vendor);
  await page.goto("/vendor/price-lists");
  const name = `cut-${randomInt(1_000_000)}.csv`;
  await chooseFile(page, words.en.file, name, aList(3));
  await page.route("**/api/vendor/price-list-imports?**", (route) => route.abort("connectionreset"), {
    times: 1,
  });
  await page.getByRole("button", { name: words.en.submit, exact: true }).click();
  await expect(refusalOn(page)).toContainText("The file did not arrive");
  expect(consoleErrors.splice(0)).toEqual(["Failed to load resource: net::ERR_CONNECTION_RESET"]);
  await page.getByRole("button", { name: words.en.submit, exact: true }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const { rows } = await database.query(
    "select count(*)::int as count from price_list_import where file_name = $1",
    [name],
  );
  expect(rows).toEqual([{ count: 1 }]);
});

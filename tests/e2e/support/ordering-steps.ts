import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { OrderingWords } from "./ordering-words";
import { aColleague } from "./partnership-cast";
import { database } from "./portal";

/** A label nobody else has: domain prefix and part of a company name. */
export function aWord(): string {
  return `x${randomBytes(5).toString("hex")}`;
}

/** A new person of a demo company, so that no other test changes its language; gives the sign-in name. */
export async function aPersonAt(company: string, role: string, language: "en" | "it"): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    "select id from organisation where company_name like $1 || '%'",
    [company],
  );
  const signInName = `${aWord()}@people.example`;
  await aColleague({ organisationId: rows[0]?.id ?? "" }, signInName, role, language);
  return signInName;
}

/** The id of a demo company. */
export async function idOf(company: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    "select id from organisation where company_name like $1 || '%'",
    [company],
  );
  return rows[0]?.id ?? "";
}

/** Fills **Account info** for a company in Milan whose contact signs the agreement. */
export async function fillAccountInfo(page: Page, w: OrderingWords, word: string): Promise<void> {
  const text = (name: string) => page.getByRole("textbox", { name, exact: true });
  await text(w.companyName).fill(`Officine ${word} S.p.A.`);
  await text(w.domainPrefix).fill(word);
  await text(w.line1).fill("Via Roma 1");
  await text(w.postalCode).fill("20121");
  await text(w.city).fill("Milano");
  await page.getByRole("combobox", { name: w.province }).selectOption("MI");
  await text(w.firstName).fill("Ada");
  await text(w.lastName).fill("Bianchi");
  await text(w.email).fill(`ada@${word}.example`);
  await page.getByRole("checkbox", { name: w.attested }).check();
  await page.getByLabel(w.acceptedOn).fill("2026-01-15");
  await page.getByRole("button", { name: w.sameAsContact }).click();
}

/** Finds a product and puts its first offer into the cart. */
export async function choose(page: Page, w: OrderingWords, product: string): Promise<void> {
  await page.getByRole("searchbox", { name: w.search }).fill(product);
  const add = page.getByRole("button", { name: `${w.addToCart}: ${product}`, exact: true });
  await add.click();
  await expect(page.getByRole("textbox", { name: `${w.licences} ${product}` })).toBeVisible();
}

/** The step the wizard shows. */
export async function expectStep(page: Page, step: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 2, name: step, exact: true })).toBeVisible();
}

import { join } from "node:path";
import type { Page } from "@playwright/test";
import { choose, fillAccountInfo } from "../e2e/support/ordering-steps";
import { words } from "../e2e/support/ordering-words";
import { database, signedIn, test } from "../e2e/support/portal";

const folder = join(import.meta.dirname, "../../docs/screenshots");
const agent = "admin.agent@brenta.example";

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}

async function idOf(sql: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(sql);
  return rows[0]?.id ?? "";
}

test("lists, in the light and in the dark", async ({ page, context }) => {
  await signedIn(context, agent);
  await page.goto("/provider");
  await take(page, "home");
  await page.goto("/provider/indirect-resellers");
  await take(page, "indirect-resellers");
  await page.goto("/provider/customers");
  await page.locator("tbody button[aria-expanded]").first().click();
  await take(page, "customers");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "customers-dark");
});

test("an invitation, and its acceptance in Italian", async ({ page, context, browser }) => {
  await signedIn(context, agent);
  await page.goto("/provider/indirect-resellers");
  await page.getByRole("button", { name: "Request a partnership" }).click();
  const text = page.getByRole("textbox", { name: "Email text" });
  await text.waitFor();
  await take(page, "request-a-partnership");
  const link = /https?:\/\/\S+invitation=\S+/.exec(await text.inputValue())?.[0] ?? "";
  const reseller = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await signedIn(reseller, "global.admin@dolomia.example", "it");
  const page2 = await reseller.newPage();
  await page2.goto(link);
  await take(page2, "acceptance-it");
  await reseller.close();
});

test("a new customer from account info to review", async ({ page, context }) => {
  await signedIn(context, agent);
  const reseller = await idOf("select id from organisation where company_name like 'Lario%'");
  await page.goto(`/provider/customers/new?reseller=${reseller}`);
  await fillAccountInfo(page, words.en, "officine");
  await take(page, "account-info");
  await page.getByRole("button", { name: "Next: Subscriptions" }).click();
  await choose(page, words.en, "Microsoft 365 Business Premium");
  await take(page, "new-subscription");
  await page.getByRole("checkbox", { name: words.en.actAsPartner }).check();
  await page.getByRole("button", { name: "Next: Review" }).click();
  await page.getByRole("heading", { level: 2, name: "Review" }).waitFor();
  await take(page, "review");
});

test("a subscription", async ({ page, context }) => {
  await signedIn(context, agent);
  const customer = await idOf("select id from customer where company_name like 'Aurora%'");
  const subscription = await idOf(
    `select id from subscription where customer_id = '${customer}' and status = 'active' order by created_at limit 1`,
  );
  await page.goto(`/provider/customers/${customer}/subscriptions/${subscription}`);
  await take(page, "subscription");
});

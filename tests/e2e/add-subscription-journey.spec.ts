import type { Page } from "@playwright/test";
import { aPersonAt, choose, expectStep } from "./support/ordering-steps";
import { type OrderingWords, words } from "./support/ordering-words";
import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

async function openNewSubscription(page: Page, w: OrderingWords, customer: string) {
  await page.goto("/provider");
  await page.getByRole("navigation").getByRole("link", { name: w.customers, exact: true }).click();
  await page.getByRole("searchbox").fill(customer);
  await page.getByRole("searchbox").press("Enter");
  await page.locator("tbody button[aria-expanded]").first().click();
  await page.getByRole("link", { name: w.addSubscription }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w.newSubscription);
}

for (const language of ["en", "it"] as const) {
  const w = words[language];

  test(`spans 208–217 (${language}): a subscription is added from the customer's record and stands in its list`, async ({
    page,
    context,
  }) => {
    await signedIn(context, await aPersonAt("Brenta", "sales_agent", language), language);
    await openNewSubscription(page, w, "Meridiana");
    const product = language === "en" ? "Exchange Online (Plan 1)" : "Exchange Online (Plan 2)";
    await choose(page, w, product);
    await page.getByRole("textbox", { name: `${w.licences} ${product}` }).fill("7");
    const reseller = page.getByRole("combobox", { name: w.orderReseller });
    await expect(reseller).toHaveValue("Vesuvio Informatica S.r.l.");
    await reseller.fill("Lario");
    await reseller.press("Enter");
    await page.getByRole("checkbox", { name: w.actAsPartner }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: w.submit, exact: true }).click();
    await expectStep(page, w.confirmation);
    await expectAccessible(page);
    await page.getByRole("link", { name: w.done, exact: true }).click();
    await expect(page.getByRole("rowheader", { name: product })).toBeVisible();
    const { rows } = await database.query(
      `select s.quantity, r.company_name as reseller from subscription s join organisation r on r.id = s.reseller_of_record_id
       join customer c on c.id = s.customer_id where c.company_name like 'Meridiana%' and s.offer_name = $1`,
      [product],
    );
    expect(rows).toEqual([{ quantity: 7, reseller: "Lario Sistemi S.r.l." }]);
  });
}

test("S-11, S-12: it can be reviewed first; the order history lists it afterwards", async ({
  page,
  context,
}) => {
  const w = words.en;
  await signedIn(context, await aPersonAt("Brenta", "admin_agent", "en"));
  await openNewSubscription(page, w, "Cobalto");
  await choose(page, w, "Microsoft 365 Business Premium");
  await page.getByRole("checkbox", { name: w.actDirectly }).check();
  await page.getByRole("button", { name: w.review, exact: true }).click();
  await expectStep(page, w.review);
  await page.getByRole("button", { name: w.buy }).click();
  await expectStep(page, w.confirmation);
  const number = await page.locator("code").first().textContent();
  await page.getByRole("link", { name: "Order history" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Order history");
  await expect(page.getByRole("row").filter({ hasText: number ?? "" })).toContainText(
    "1 × Microsoft 365 Business Premium",
  );
  await expectAccessible(page);
});

test("R97: warns when the customer has a reseller and the order names none", async ({ page, context }) => {
  const w = words.en;
  await signedIn(context, await aPersonAt("Brenta", "admin_agent", "en"));
  await openNewSubscription(page, w, "Aurora");
  await choose(page, w, "Microsoft 365 Business Basic");
  const reseller = page.getByRole("combobox", { name: w.orderReseller });
  await reseller.fill("No indirect");
  await reseller.press("Enter");
  await expect(page.getByText(w.lacksReseller)).toBeVisible();
});

test("R91, 2002: seats outside the range are told in the cart, and nothing is ordered", async ({
  page,
  context,
}) => {
  const w = words.en;
  await signedIn(context, await aPersonAt("Brenta", "admin_agent", "en"));
  await openNewSubscription(page, w, "Aurora");
  await choose(page, w, "Microsoft 365 Business Basic");
  const seats = page.getByRole("textbox", { name: `${w.licences} Microsoft 365 Business Basic` });
  await page.getByRole("checkbox", { name: w.actAsPartner }).check();
  for (const quantity of ["0", "301", "-4", "1.5", "many"]) {
    await seats.fill(quantity);
    await page.getByRole("button", { name: w.submit, exact: true }).click();
    await expect(page.getByText("Enter 1 to 300 licenses (2002).").first()).toBeVisible();
  }
  await page.getByRole("button", { name: w.cancel, exact: true }).click();
  await page.getByRole("button", { name: w.discard }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aurora Costruzioni S.p.A.");
});

test("A26: a helpdesk agent orders without seeing a price", async ({ page, context }) => {
  const w = words.en;
  await signedIn(context, await aPersonAt("Brenta", "helpdesk_agent", "en"));
  await openNewSubscription(page, w, "Cobalto");
  await expect(page.getByText("Your role cannot read prices.")).toBeVisible();
  await choose(page, w, "Microsoft 365 Business Basic");
  await page.getByRole("checkbox", { name: w.actDirectly }).check();
  await page.getByRole("button", { name: w.submit, exact: true }).click();
  await expectStep(page, w.confirmation);
  await expect(page.getByText(/€/)).toHaveCount(0);
});

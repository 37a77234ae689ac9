import type { Page } from "@playwright/test";
import { aCustomerOf, aProduct, aSellingPair, aWord, choose, expectStep } from "./support/ordering-steps";
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
    const { provider, reseller: partner } = await aSellingPair("sales_agent", language);
    const customer = await aCustomerOf(provider, null);
    await signedIn(context, provider.signInName, language);
    await openNewSubscription(page, w, customer);
    const product = "Exchange Online (Plan 1)";
    await choose(page, w, product);
    await page.getByRole("textbox", { name: `${w.licences} ${product}` }).fill("7");
    const reseller = page.getByRole("combobox", { name: w.orderReseller });
    await reseller.fill(partner.companyName);
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
       join customer c on c.id = s.customer_id where c.company_name = $1 and s.offer_name = $2`,
      [customer, product],
    );
    expect(rows).toEqual([{ quantity: 7, reseller: partner.companyName }]);
  });
}

test("S-11, S-12: it can be reviewed first; the order history lists it afterwards", async ({
  page,
  context,
}) => {
  const w = words.en;
  const { provider } = await aSellingPair("admin_agent");
  await signedIn(context, provider.signInName);
  await openNewSubscription(page, w, await aCustomerOf(provider, null));
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
  const { provider, reseller: partner } = await aSellingPair("admin_agent");
  const customer = await aCustomerOf(provider, partner);
  await signedIn(context, provider.signInName);
  await openNewSubscription(page, w, customer);
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
  const { provider, reseller: partner } = await aSellingPair("admin_agent");
  const customer = await aCustomerOf(provider, partner);
  await signedIn(context, provider.signInName);
  await openNewSubscription(page, w, customer);
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(customer);
});

test("A26: a helpdesk agent orders without seeing a price", async ({ page, context }) => {
  const w = words.en;
  const { provider } = await aSellingPair("helpdesk_agent");
  await signedIn(context, provider.signInName);
  await openNewSubscription(page, w, await aCustomerOf(provider, null));
  await expect(page.getByText("Your role cannot read prices.")).toBeVisible();
  await choose(page, w, "Microsoft 365 Business Basic");
  await page.getByRole("checkbox", { name: w.actDirectly }).check();
  await page.getByRole("button", { name: w.submit, exact: true }).click();
  await expectStep(page, w.confirmation);
  await expect(page.getByText(/€/)).toHaveCount(0);
});

test("R137: a price that changes after it was shown is refused, shown anew beside the old one, and then accepted", async ({
  page,
  context,
}) => {
  const w = words.en;
  const { provider } = await aSellingPair("admin_agent");
  const product = `Suite ${aWord()}`;
  const id = await aProduct(product, 1250);
  await signedIn(context, provider.signInName);
  await openNewSubscription(page, w, await aCustomerOf(provider, null));
  await choose(page, w, product);
  await page.getByRole("checkbox", { name: w.actDirectly }).check();
  await page.getByRole("button", { name: w.review, exact: true }).click();
  await expect(page.getByText("€12.50").first()).toBeVisible();
  await database.query("update price set unit_price_minor = 1400 where product_id = $1", [id]);
  await page.getByRole("button", { name: w.buy }).click();
  await expect(page.getByText("now costs 14.00 EUR instead of 12.50 EUR")).toBeVisible();
  await expect(page.getByText("was €12.50")).toBeVisible();
  await page.getByRole("button", { name: w.buy }).click();
  await expectStep(page, w.confirmation);
  const { rows } = await database.query(
    "select unit_price_minor::int as price from order_line where product_id = $1",
    [id],
  );
  expect(rows).toEqual([{ price: 1400 }]);
});

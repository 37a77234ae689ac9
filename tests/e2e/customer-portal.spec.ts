import { expect, expectAccessible, signedIn, test } from "./support/portal";

const administrator = "admin@meridiana.onmicrosoft.example";

test("C8, R122: a customer's administrator sees its subscriptions and whom to turn to for each", async ({
  page,
  context,
}) => {
  await signedIn(context, administrator);
  await page.goto("/customer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome, Vito");
  await expect(page.getByRole("link", { name: /Active subscriptions/ })).toContainText(/[2-9]/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "See subscriptions" }).click();
  await expect(page.getByRole("columnheader", { name: "Designated support contact" })).toBeVisible();
  const phones = page.getByRole("row", { name: /Teams Phone/ });
  await expect(phones).toContainText("Kestrel Distribution GmbH");
  await expect(phones).toContainText("Lario Sistemi S.r.l.");
  await expect(phones.getByRole("link")).toHaveAttribute("href", /^mailto:.+@/);
  await expect(page.getByRole("row", { name: /Microsoft 365 E3/ })).toContainText(
    "Brenta Distribuzione S.p.A.",
  );
  expect(await page.locator("main").innerText()).not.toMatch(/€|EUR/);
  await expectAccessible(page);
});

test("C4, R5: it sees its partners, whom each works through, and since when", async ({ page, context }) => {
  await signedIn(context, administrator);
  await page.goto("/customer");
  await page.getByRole("navigation").getByRole("link", { name: "Partner relationships" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Partner relationships");
  await expect(page.getByRole("columnheader", { name: "Relationship type" })).toBeVisible();
  for (const name of [
    "Brenta Distribuzione S.p.A.",
    "Kestrel Distribution GmbH",
    "Lario Sistemi S.r.l.",
    "Vesuvio Informatica S.r.l.",
  ]) {
    await expect(page.getByRole("rowheader", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await expect(page.getByRole("rowheader", { name: /^Lario/ })).toContainText(
    "Through Kestrel Distribution GmbH",
  );
  await expect(page.getByRole("rowheader")).toHaveCount(4);
  await expectAccessible(page);
});

test("C8: somebody without an administrator role is told whom to ask, and opens neither list", async ({
  page,
  context,
}) => {
  await signedIn(context, "user@aurora.onmicrosoft.example");
  await page.goto("/customer");
  await expect(page.getByText("Nothing to manage here yet")).toBeVisible();
  await expectAccessible(page);
  for (const path of ["/customer/subscriptions", "/customer/partners"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You cannot open this page");
  }
});

test("R1: partners' pages do not exist for customers, nor customers' for partners", async ({
  page,
  context,
}) => {
  await signedIn(context, administrator);
  for (const path of ["/provider/customers", "/reseller/customers"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  await signedIn(context, "admin.agent@brenta.example");
  expect((await page.goto("/customer/subscriptions"))?.status()).toBe(404);
});

test("in Italian, at 360 pixels: subscriptions and partners", async ({ page, context }) => {
  await signedIn(context, "admin@aurora.onmicrosoft.example", "it");
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [path, title] of [
    ["/customer", "Ciao, Roberta"],
    ["/customer/subscriptions", "Sottoscrizioni"],
    ["/customer/partners", "Relazioni con i partner"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});

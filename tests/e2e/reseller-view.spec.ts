import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

const reseller = "admin.agent@lario.example";

test("R3, G23: a reseller under two providers sees the customers of both, and nobody else's", async ({
  page,
  context,
}) => {
  await signedIn(context, reseller);
  await page.goto("/reseller");
  await page.getByRole("navigation").getByRole("link", { name: "Customers", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Indirect provider" })).toBeVisible();
  const rows = page.getByRole("rowheader");
  await expect(rows.filter({ hasText: "Aurora Costruzioni S.p.A." })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Pulsar Biotech GmbH" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Meridiana Trasporti S.p.A." })).toHaveCount(1);
  await expect(page.getByText("Smeraldo")).toHaveCount(0);
  await expect(page.getByText("Juniper")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Add customer" })).toHaveCount(0);
  await page.getByRole("button", { name: "Show details of Pulsar Biotech GmbH" }).click();
  await expect(page.getByRole("link", { name: "Add subscription" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "View orders" })).toHaveCount(0);
  await expectAccessible(page);
});

test("R4, B6: it reads a customer's subscriptions, without prices and without any change", async ({
  page,
  context,
}) => {
  await signedIn(context, reseller);
  await page.goto("/reseller/customers?q=aurora");
  await page.getByRole("link", { name: "Aurora Costruzioni S.p.A." }).click();
  await expect(page.getByRole("rowheader", { name: /Uffici e cantieri/ })).toBeVisible();
  await expect(page.getByText("Brenta Distribuzione S.p.A.").first()).toBeVisible();
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveCount(0);
  for (const name of ["Add subscription", "View orders", "Change indirect reseller"]) {
    await expect(page.getByText(name)).toHaveCount(0);
  }
  expect(await page.locator("main").innerText()).not.toMatch(/€|EUR/);
  await expectAccessible(page);
});

test("R1, R2: pages of providers and customers of others do not exist for it", async ({ page, context }) => {
  await signedIn(context, reseller);
  const { rows } = await database.query<{ id: string }>(
    "select c.id from customer c where c.company_name in ('Smeraldo Alimentari S.r.l.', 'Juniper Valley Clinics Inc.')",
  );
  for (const { id } of rows) {
    for (const path of [`/reseller/customers/${id}`, `/provider/customers/${id}`]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByText(/Smeraldo|Juniper/)).toHaveCount(0);
    }
  }
  expect((await page.goto("/provider/customers"))?.status()).toBe(404);
});

test("R1, R2: two providers of one tenant never see each other", async ({ page, context }) => {
  await signedIn(context, "admin.agent@kestrel.example");
  await page.goto("/provider/customers?q=meridiana");
  await page.getByRole("link", { name: "Meridiana Trasporti S.p.A." }).click();
  await expect(page.getByRole("rowheader", { name: /Teams Phone/ })).toBeVisible();
  await expect(page.getByText("Microsoft 365 E3")).toHaveCount(0);
  await expect(page.getByText(/Brenta|Vesuvio/)).toHaveCount(0);
});

import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

const agent = "admin.agent@brenta.example";
const names = { all: ["Aurora Costruzioni S.p.A.", "Granito Editrice S.r.l.", "Meridiana Trasporti S.p.A."] };

test("spans 210-213, 222: a provider finds a customer, filters by reseller, and opens its record to add a subscription", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await page.goto("/provider");
  await page.getByRole("navigation").getByRole("link", { name: "Customers", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
  for (const name of names.all) await expect(page.getByRole("rowheader", { name })).toBeVisible();
  for (const column of ["Name", "Microsoft ID", "Primary domain name", "Relationship", "Indirect reseller"]) {
    await expect(page.getByRole("columnheader", { name: column, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("cell", { name: "Cloud Reseller" }).first()).toBeVisible();
  await expectAccessible(page);

  const filter = page.getByLabel("Filter by indirect reseller", { exact: true });
  await filter.focus();
  await filter.selectOption({ label: "Vesuvio Informatica S.r.l." });
  await expect(page).toHaveURL(/reseller=/);
  await expect(page.getByRole("rowheader")).toHaveText([
    "Meridiana Trasporti S.p.A.",
    "Smeraldo Alimentari S.r.l.",
  ]);
  await filter.selectOption({ label: "No indirect reseller" });
  await expect(page.getByRole("rowheader")).toHaveText(["Studio Legale Cobalto"]);
  await page.getByRole("link", { name: "Clear all" }).click();

  await page.getByRole("searchbox").fill("AURORA.onm");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("rowheader")).toHaveText(["Aurora Costruzioni S.p.A."]);
  await page.getByRole("button", { name: "Show details of Aurora Costruzioni S.p.A." }).click();
  await expect(page.getByText("Roberta Colombo")).toBeVisible();
  await expect(page.getByText("admin@aurora.onmicrosoft.example")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "View orders" })).toBeVisible();
  await page.getByRole("link", { name: "Add subscription" }).click();
  await expect(page).toHaveURL(/\/provider\/customers\/[0-9a-f-]{36}\/subscriptions\/new$/);
});

test("span 211: a customer is found by its Microsoft ID, and nothing is found for nonsense", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  const { rows } = await database.query<{ id: string }>(
    "select id from organisation where company_name = 'Studio Legale Cobalto'",
  );
  await page.goto(`/provider/customers?q=${rows[0]?.id.slice(3, 20).toUpperCase()}`);
  await expect(page.getByRole("rowheader")).toHaveText(["Studio Legale Cobalto"]);
  await page.goto("/provider/customers?q=%25%5F&after=nonsense&reseller=not-an-id");
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("R36: customers of a former partner are found under Former partner, and their page says so", async ({
  page,
  context,
}) => {
  await signedIn(context, "admin.agent@kestrel.example");
  await page.goto("/provider/customers");
  await page
    .getByLabel("Filter by indirect reseller", { exact: true })
    .selectOption({ label: "Former partner" });
  await expect(page.getByRole("rowheader")).toHaveText(["Ceramiche Opale S.r.l."]);
  await page.getByRole("link", { name: "Ceramiche Opale S.r.l." }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ceramiche Opale S.r.l.");
  await expect(page.getByText("Former partner")).toBeVisible();
  await expect(page.getByText("Vesuvio Informatica S.r.l.").first()).toBeVisible();
  await expectAccessible(page);
});

test("spans 217, 222, 223: a customer's page shows who it is, its subscriptions and its account info", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await page.goto("/provider/customers?q=aurora");
  await page.getByRole("link", { name: "Aurora Costruzioni S.p.A." }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aurora Costruzioni S.p.A.");
  await expect(page.getByText("Attested by the partner")).toBeVisible();
  const row = page.getByRole("row", { name: /Uffici e cantieri/ });
  await expect(row).toContainText("Microsoft 365 Business Premium");
  await expect(row).toContainText("Lario Sistemi S.r.l.");
  await expect(row).toContainText("ID: 2207781");
  await expect(row).toContainText(/Renews .* UTC/);
  await expect(page.getByRole("row", { name: /Project Plan 3/ })).toContainText("Expires");
  await expect(page.getByText("Via del Cantiere 5, 24122 Bergamo BG")).toBeVisible();
  await expectAccessible(page);
});

test("R45: the associated reseller is changed after its consequences were shown", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await page.goto("/provider/customers?q=granito");
  await page.getByRole("link", { name: "Granito Editrice S.r.l." }).click();
  await expect(page.getByText("The Customer Agreement is not accepted yet")).toBeVisible();
  await page.getByRole("button", { name: "Change indirect reseller" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("What this changes")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Indirect reseller").selectOption({ label: "Vesuvio Informatica S.r.l." });
  await dialog.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Vesuvio Informatica S.r.l. is now the associated reseller.")).toBeVisible();
  await expect(page.getByText("Vesuvio Informatica S.r.l. (ID: 0301942)")).toBeVisible();
  await page.getByRole("button", { name: "Change indirect reseller" }).click();
  await dialog.getByLabel("Indirect reseller").selectOption({ label: "Lario Sistemi S.r.l." });
  await dialog.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Lario Sistemi S.r.l. (ID: 2207781)")).toBeVisible();
});

test("in Italian the list says everything in Italian, and works at 360 pixels", async ({ page, context }) => {
  await signedIn(context, "sales.agent@kestrel.example", "it");
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/provider/customers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clienti");
  await expect(page.getByRole("link", { name: "Aggiungi cliente" })).toBeVisible();
  await page.getByRole("button", { name: "Mostra i dettagli di Pulsar Biotech GmbH" }).click();
  await expect(page.getByRole("link", { name: "Aggiungi sottoscrizione" })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

const agent = "admin.agent@brenta.example";

async function openSubscription(page: Page, customer: string, subscription: string) {
  await page.goto(`/provider/customers?q=${customer}`);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("rowheader").getByRole("link", { name: subscription }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subscription);
}

test("spans 141, 156, 157, 171-173, 218, 219: one Submit sets licences, reseller and designated support contact", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await openSubscription(page, "smeraldo", "Microsoft 365 Business Standard");
  await expect(page.getByLabel("Reseller (MPN ID)")).toHaveValue("0301942");
  await page.getByLabel("Nickname").fill("Shops");
  await page.getByLabel("Quantity").fill("15");
  await expect(page.getByText("What this change costs")).toBeVisible();
  await expect(page.getByText(/^3 licences, .*: \d+ of 365 days$/)).toBeVisible();
  const reseller = page.getByLabel("Reseller (MPN ID)");
  await reseller.selectOption({ label: "Lario Sistemi S.r.l. (ID: 2207781)" });
  const supportContact = page.getByLabel("Designated support contact");
  await supportContact.selectOption({ label: "Brenta Distribuzione S.p.A. (default)" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Saved. 4 values were changed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shops");
  const history = page
    .getByRole("region", { name: "History" })
    .or(page.locator("section", { hasText: "History" }))
    .first();
  await expect(history).toContainText("12 → 15");
  await expect(history).toContainText(
    "Vesuvio Informatica S.r.l. (ID: 0301942) → Lario Sistemi S.r.l. (ID: 2207781)",
  );
  await page.reload();
  await expect(reseller).toHaveValue("2207781");
  await expect(page.getByLabel("Quantity")).toHaveValue("15");
});

test("span 142: an id that is not in the list is verified, and every refusal says what to pass on", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await openSubscription(page, "cobalto", "Microsoft 365 Business Basic");
  const reseller = page.getByLabel("Reseller (MPN ID)");
  await expect(reseller.getByRole("option").first()).toHaveText("Select indirect reseller");
  await reseller.selectOption({ label: "Indirect reseller not in the list? Enter MPN ID" });
  const id = page.getByLabel("MPN ID (PartnerID)");
  const verify = page.getByRole("button", { name: "Verify" });
  const refusals = [
    ["12x", "(2000)"],
    ["99", "(2200)"],
    ["2207780", "global ID"],
    ["6140907", "(2201)"],
    ["4410021", "(2072)"],
    ["5320417", "(800016)"],
    ["3890154", "(2203)"],
  ] as const;
  for (const [typed, told] of refusals) {
    await id.fill(typed);
    await verify.click();
    await expect(page.getByText("This ID cannot be used")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: told })).toBeVisible();
  }
  await expectAccessible(page);
  await id.fill("3150066");
  await verify.click();
  await expect(page.getByText("Dolomia Digitale S.r.l. can be named")).toBeVisible();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Saved. One value was changed.")).toBeVisible();
  await page.reload();
  await expect(reseller).toHaveValue("3150066");
  await reseller.selectOption({ label: "No indirect reseller" });
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Saved. One value was changed.")).toBeVisible();
});

test("R101: licences go up or down inside the window; beyond it the message says until when it was, and from when it will be", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await openSubscription(page, "aurora", "Uffici e cantieri");
  await page.getByText("View licenses to reduce").click();
  await expect(page.getByText(/^5 licences added/)).toBeVisible();
  await page.getByLabel("Quantity").fill("20");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("Only 5 licences can be removed");
  await expect(page.getByLabel("Quantity")).toHaveValue("20");
  await expectAccessible(page);
  await page.getByLabel("Quantity").fill("28");
  await expect(page.getByText("What this change gives back")).toBeVisible();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Saved. One value was changed.")).toBeVisible();
  await expect(page.getByText("3 licences can be removed now.")).toBeVisible();
});

test("2055: who was overtaken is asked to reload, and nothing is lost or done twice", async ({
  page,
  context,
}) => {
  await signedIn(context, agent);
  await openSubscription(page, "aurora", "Power BI Pro");
  await database.query(
    "update subscription set version = version + 1 where friendly_name = 'Power BI Pro' and status = 'active'",
  );
  await page.getByLabel("Quantity").fill("9");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("This was changed in the meantime")).toBeVisible();
  await expect(page.getByLabel("Quantity")).toHaveValue("9");
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByLabel("Quantity")).toHaveValue("8");
});

test("A14, A16, A17: a helpdesk agent changes licences and support contact, sees no price and no reseller field", async ({
  page,
  context,
}) => {
  await signedIn(context, "helpdesk.agent@nimbus.example");
  await openSubscription(page, "juniper", "Microsoft 365 Business Premium");
  await expect(page.getByLabel("Quantity")).toBeVisible();
  await expect(page.getByLabel("Designated support contact")).toBeVisible();
  await expect(page.getByLabel("Reseller (MPN ID)")).toHaveCount(0);
  await expect(page.getByText("Unit price")).toHaveCount(0);
});

test("a suspended subscription says why it takes no change", async ({ page, context }) => {
  await signedIn(context, agent);
  await openSubscription(page, "smeraldo", "Exchange Online (Plan 1)");
  await expect(page.getByText("This subscription is suspended")).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit" })).toHaveCount(0);
  await expectAccessible(page);
});

test("in Italian, with the keyboard alone: the number of licences changes", async ({ page, context }) => {
  await signedIn(context, "sales.agent@kestrel.example", "it");
  await openSubscription(page, "pulsar", "Microsoft 365 E3");
  await page.getByLabel("Quantità").focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Quanto costa questa modifica")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Salvato. È cambiato un valore.")).toBeVisible();
  await expectAccessible(page);
});

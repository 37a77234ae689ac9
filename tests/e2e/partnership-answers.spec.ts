import type { Browser, Page } from "@playwright/test";
import { aColleague, aCompany, type CastMember } from "./support/partnership-cast";
import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** A provider with one open invitation made by its own page; the browser is on that page. */
async function anInvitation(page: Page, single = false) {
  const provider = await aCompany({ kind: "indirect_provider", role: "admin_agent", language: "en" });
  await signedIn(page.context(), provider.signInName);
  await page.goto("/provider/indirect-resellers");
  await page.getByRole("button", { name: "Request a partnership" }).first().click();
  await expect(page.getByLabel("Email text")).toBeVisible();
  const link = /http\S+/.exec(await page.getByLabel("Email text").inputValue())?.[0] ?? "";
  if (single) await page.getByLabel("One reseller, once").check();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  return { provider, link };
}

/** What somebody sees who opens the link in a browser of their own. */
async function opened(browser: Browser, signInName: string, link: string) {
  const context = await browser.newContext();
  await signedIn(context, signInName);
  const page = await context.newPage();
  const response = await page.goto(link);
  const text = await page.getByRole("main").innerText();
  return { context, page, status: response?.status(), title: await heading(page).innerText(), text };
}

const aReseller = (agreementSigned = true): Promise<CastMember> =>
  aCompany({ kind: "indirect_reseller", role: "global_admin", language: "en", agreementSigned });

test("S-06: every refusal has a page of its own that says why and what to do", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const { provider, link } = await anInvitation(page);
  const reseller = await aReseller();
  const agent = reseller.signInName.replace("person@", "agent@");
  await aColleague(reseller, agent, "admin_agent", "en");
  const customer = await aCompany({ kind: "customer", role: "customer_global_admin", language: "en" });
  const unsigned = await aReseller(false);
  const cases: readonly [who: string, title: string, contains: string][] = [
    [provider.signInName, "A company cannot be its own partner", "Code 409"],
    [customer.signInName, "This invitation is for an indirect reseller", "Code 403"],
    [agent, "A global admin has to answer this", reseller.signInName],
    [unsigned.signInName, "Your company has not signed the Partner Agreement", "Code 2203"],
  ];
  for (const [who, title, contains] of cases) {
    const seen = await opened(browser, who, link);
    expect(seen.title).toBe(title);
    expect(seen.text).toContain(contains);
    expect(seen.text).toContain(provider.companyName);
    await expectAccessible(seen.page);
    await seen.context.close();
  }
  const unknown = await opened(browser, reseller.signInName, `${link.slice(0, -4)}AAAA`);
  expect([unknown.status, unknown.title]).toEqual([404, "This link is not recognised"]);
  await unknown.context.close();
  await database.query(
    "update partnership_invitation set created_at = now() - interval '2 days', expires_at = now() where provider_id = $1",
    [provider.organisationId],
  );
  const expired = await opened(browser, reseller.signInName, link);
  expect(expired.title).toBe("This invitation has expired");
  expect(expired.text).not.toContain(provider.companyName);
  await expired.context.close();
});

test("a revoked link is dead at once, and a used one says so; neither names its sender", async ({
  page,
  browser,
}) => {
  const { provider, link } = await anInvitation(page);
  const reseller = await aReseller();
  await page.goto("/provider/indirect-resellers/invitations");
  await page.getByRole("button", { name: "More actions for Link only" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("The invitation is revoked").first()).toBeVisible();
  await expect(page.getByText("No open invitation")).toBeVisible();
  const seen = await opened(browser, reseller.signInName, link);
  expect(seen.title).toBe("This invitation is no longer valid");
  expect(seen.text).not.toContain(provider.companyName);
  await seen.context.close();
});

test("a single-use invitation is declined, and its sender sees that", async ({ page, browser }) => {
  const { link } = await anInvitation(page, true);
  const reseller = await aReseller();
  const seen = await opened(browser, reseller.signInName, link);
  await seen.page.getByRole("button", { name: "Decline" }).click();
  await expectAccessible(seen.page);
  await seen.page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(seen.page.getByText("You declined the request of")).toBeVisible();
  await seen.page.goto(link);
  await expect(heading(seen.page)).toHaveText("This invitation is no longer valid");
  await seen.context.close();
  await page.goto("/provider/indirect-resellers/invitations?view=all");
  const row = page.getByRole("row").filter({ hasText: "Single use" });
  await expect(row.getByText("Declined").first()).toBeVisible();
});

test("G9: the sender sees that the link was opened and what stood in the way, though requests alone leave no trace", async ({
  page,
  browser,
}) => {
  const { link } = await anInvitation(page);
  const unsigned = await aReseller(false);
  const context = await browser.newContext();
  await signedIn(context, unsigned.signInName);
  for (let round = 0; round < 5; round += 1) await context.request.get(link);
  const list = "/provider/indirect-resellers/invitations";
  await page.goto(list);
  await expect(page.getByRole("row").getByText("Draft", { exact: true })).toBeVisible();
  const visit = await context.newPage();
  await visit.goto(link);
  await expect(async () => {
    await page.goto(list);
    await expect(page.getByRole("row").getByText("Opened", { exact: true }).first()).toBeVisible({
      timeout: 1_000,
    });
    await expect(page.getByText("Partner Agreement not signed (2203)")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await context.close();
});

test("spans 147, 148: copied text is exactly the text shown, and Done returns to the list", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { link } = await anInvitation(page);
  const area = page.getByLabel("Email text");
  await area.fill(`Ciao à è ù\n\n${link}\n`);
  await page.getByRole("button", { name: "Copy to clipboard" }).click();
  await expect(page.getByText("Copied. The invitation is marked as sent.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`Ciao à è ù\n\n${link}\n`);
  await expect(page.getByRole("main").getByText("Sent", { exact: true })).toBeVisible();
  await page.getByLabel("Language of the e-mail").selectOption("it");
  await page.getByRole("button", { name: "Replace the text" }).click();
  await expect(area).toHaveValue(/^Buongiorno/);
  await area.fill("");
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Indirect resellers");
});

test("a helpdesk agent sees the list, but neither invitations nor what changes a partnership", async ({
  page,
  context,
}) => {
  await signedIn(context, "helpdesk.agent@brenta.example");
  await database.query("update user_account set must_change_password = false where sign_in_name = $1", [
    "helpdesk.agent@brenta.example",
  ]);
  await page.goto("/provider/indirect-resellers");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Request a partnership" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /More actions/ })).toHaveCount(0);
  await page.goto("/provider/indirect-resellers/invitations");
  await expect(heading(page)).toHaveText("You cannot open this page");
});

import type { Browser, Page } from "@playwright/test";
import { aCompany, type CastMember, tellings } from "./support/partnership-cast";
import { words } from "./support/partnership-words";
import { expect, expectAccessible, mailsTo, signedIn, test } from "./support/portal";

type Words = (typeof words)["en" | "it"];

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The provider drafts, breaks and restores the link, and lets the portal send it; gives the link that arrived. */
async function requestPartnership(page: Page, w: Words, recipient: string): Promise<string> {
  await page.goto("/");
  await page.getByRole("link", { name: w.menuResellers }).first().click();
  await expect(heading(page)).toHaveText(w.menuResellers);
  await expect(page.getByRole("heading", { name: w.guide })).toBeVisible();
  await expect(page.getByRole("heading", { name: w.before })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: w.request }).first().click();
  await expect(heading(page)).toHaveText(w.request);
  const area = page.getByLabel(w.text);
  const draft = await area.inputValue();
  const link = /http\S+\/partnerships\/accept\?invitation=\S+/.exec(draft)?.[0] ?? "";
  await area.fill(draft.replace(link, link.slice(0, -6)));
  await expect(page.getByRole("alert").filter({ hasText: w.linkAltered })).toBeVisible();
  await expect(page.getByRole("button", { name: w.send, exact: true })).toBeDisabled();
  await page.getByRole("button", { name: w.restore }).click();
  await expect(area).toHaveValue(draft);
  await area.fill(draft.replace(link, ""));
  await expect(page.getByRole("alert").filter({ hasText: w.linkMissing })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: w.restore }).click();
  await area.fill(`${await area.inputValue()}\n\nPS 123`);
  await page.getByLabel(w.recipient).fill(recipient);
  await page.getByRole("button", { name: w.send, exact: true }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: recipient }).getByText(w.sentState).first(),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByLabel(w.text)).toHaveValue(/PS 123$/);
  const [mail] = await mailsTo(recipient);
  expect(mail?.text).toContain("PS 123");
  expect(mail?.text).toContain(link);
  await page.getByRole("button", { name: w.done }).click();
  await expect(page.getByRole("link", { name: recipient })).toBeVisible();
  await expectAccessible(page);
  return link;
}

/** The reseller opens the link signed out, signs in, comes back, reads and accepts. */
async function accept(page: Page, w: Words, link: string, provider: CastMember, reseller: CastMember) {
  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel(w.signInName).fill(reseller.signInName);
  await page.locator("input[name=password]").fill(reseller.password);
  await page.getByRole("button", { name: w.signIn }).click();
  await expect(heading(page)).toHaveText(`${provider.companyName} ${w.asks}`);
  await expectAccessible(page);
  const authorize = page.getByRole("button", { name: w.authorize });
  await expect(authorize).toBeDisabled();
  await page.getByRole("checkbox").check();
  await authorize.click();
  await expect(heading(page)).toHaveText(`${provider.companyName} ${w.accepted}`);
  await expectAccessible(page);
  await page.goto(link);
  await expect(heading(page)).toHaveText(`${provider.companyName} ${w.accepted}`);
  await page.getByRole("link", { name: w.menuProviders }).first().click();
  await expect(page.getByRole("rowheader", { name: provider.companyName })).toBeVisible();
  await expectAccessible(page);
}

/** The provider looks at the new row, says No once and Yes once, and copies the notice it may send itself. */
async function remove(page: Page, w: Words, reseller: CastMember) {
  const row = page.getByRole("row").filter({ hasText: reseller.companyName });
  const openRemoval = async () => {
    await page.getByRole("link", { name: w.menuResellers }).first().click();
    await page.getByRole("button", { name: `${w.more} ${reseller.companyName}` }).click();
    await page.getByRole("menuitem", { name: w.remove }).click();
    await expect(heading(page)).toHaveText(`${w.removeQuestion} ${reseller.companyName}?`);
  };
  await page.getByRole("link", { name: w.menuResellers }).first().click();
  await expect(row.first()).toBeVisible();
  await page.getByRole("button", { name: `${w.expand} ${reseller.companyName}` }).click();
  await expect(page.getByText(reseller.organisationId)).toBeVisible();
  await expect(row.getByRole("link", { name: w.viewCustomers })).toHaveAttribute(
    "href",
    `/provider/customers?reseller=${reseller.organisationId}`,
  );
  await expect(row.getByRole("link", { name: w.addCustomer })).toHaveAttribute(
    "href",
    `/provider/customers/new?reseller=${reseller.organisationId}`,
  );
  await expectAccessible(page);
  await openRemoval();
  await expect(page.getByText(w.goodFaith)).toBeVisible();
  await expect(page.getByText(w.silence)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: w.no, exact: true }).click();
  await expect(row.first()).toBeVisible();
  await openRemoval();
  await page.getByRole("button", { name: w.yes, exact: true }).click();
  await expect(heading(page)).toContainText(w.removed);
  await expectAccessible(page);
  await page.getByRole("button", { name: w.copyNotice }).click();
  await expect(page.getByRole("button", { name: w.copied })).toBeVisible();
  await page.getByRole("link", { name: w.menuResellers }).first().click();
  await expect(page.getByRole("row").filter({ hasText: reseller.companyName })).toHaveCount(0);
}

async function resellerBrowser(browser: Browser, language: "en" | "it") {
  return browser.newContext({ locale: language === "it" ? "it-IT" : "en-GB" });
}

for (const language of ["en", "it"] as const) {
  test(`spans 139, 144-150, 176-186 (${language}): from a request by mail to a partnership, and its removal that tells nobody`, async ({
    page,
    context,
    browser,
  }) => {
    test.setTimeout(120_000);
    const w = words[language];
    const provider = await aCompany({ kind: "indirect_provider", role: "admin_agent", language });
    const reseller = await aCompany({ kind: "indirect_reseller", role: "global_admin", language });
    await signedIn(context, provider.signInName, language);
    const link = await requestPartnership(page, w, reseller.signInName);
    const other = await resellerBrowser(browser, language);
    await accept(await other.newPage(), w, link, provider, reseller);
    await expect(async () => {
      const subjects = (await mailsTo(provider.signInName)).map(({ subject }) => subject);
      expect(subjects.some((subject) => subject.includes(reseller.companyName))).toBe(true);
      expect((await mailsTo(reseller.signInName)).length).toBe(2);
    }).toPass({ timeout: 30_000 });
    const before = await tellings(provider, reseller);
    await remove(page, w, reseller);
    expect(await tellings(provider, reseller)).toBe(before);
    const resellerPage = await other.newPage();
    await resellerPage.goto("/reseller/indirect-providers");
    await expect(resellerPage.getByRole("rowheader", { name: provider.companyName })).toHaveCount(0);
    await other.close();
  });
}

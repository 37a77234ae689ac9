import { aSellingPair, aWord, choose, expectStep, fillAccountInfo } from "./support/ordering-steps";
import { words } from "./support/ordering-words";
import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

for (const language of ["en", "it"] as const) {
  const w = words[language];

  test(`spans 187–206 (${language}): a provider adds a customer for a reseller, with its first subscription, and passes on the credentials`, async ({
    page,
    context,
    browser,
  }) => {
    test.setTimeout(120_000);
    const { provider, reseller } = await aSellingPair("sales_agent", language);
    await signedIn(context, provider.signInName, language);
    const word = aWord();

    // 194, 195: from the reseller's row; the reseller is preselected.
    await page.goto("/provider/indirect-resellers");
    await page
      .locator(`a[href="/provider/customers/new?reseller=${reseller.organisationId}"]`)
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w.newCustomer);
    await expect(page.getByRole("combobox", { name: w.reseller })).toHaveValue(reseller.companyName);
    await expectAccessible(page);

    // 196: account info, then Next: Subscriptions.
    await fillAccountInfo(page, w, word);
    await expect(page.getByText(`${word}.onmicrosoft.example ${w.isAvailable}`)).toBeVisible();
    await page.getByRole("button", { name: w.nextSubscriptions }).click();
    await expectStep(page, w.subscriptions);

    // 197: subscriptions and numbers of licences.
    await choose(page, w, "Microsoft 365 Business Basic");
    await page.getByRole("textbox", { name: `${w.licences} Microsoft 365 Business Basic` }).fill("12");
    await expect(page.getByRole("combobox", { name: w.orderReseller })).toHaveValue(reseller.companyName);
    await page.getByRole("checkbox", { name: w.actAsPartner }).check();
    await expectAccessible(page);

    // 198: review.
    await page.getByRole("button", { name: w.nextReview }).click();
    await expectStep(page, w.review);
    await expect(page.getByRole("rowheader", { name: "Microsoft 365 Business Basic" })).toBeVisible();
    await expect(page.getByText(/54[.,]12/).first()).toBeVisible();
    await expect(page.getByText(w.firstCharge, { exact: true })).toBeVisible();
    await expectAccessible(page);

    // 199, 201: Submit leads to the confirmation.
    await page.getByRole("button", { name: w.submit, exact: true }).click();
    await expectStep(page, w.confirmation);
    await expect(page.getByText(w.orderNumber, { exact: true })).toBeVisible();
    await expectAccessible(page);

    // 202, 203: Setup info with the admin user name and the temporary password.
    const setup = page.getByRole("region", { name: w.setupInfo });
    await expect(setup.getByText(`admin@${word}.onmicrosoft.example`)).toBeVisible();
    const password = (await setup.locator("code").nth(1).textContent()) ?? "";
    expect(password).toMatch(/^[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){3}$/);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]),
    );
    expect(kept).not.toContain(password);

    // 204–206: Done opens once the credentials are saved; the customer stands in the list with its reseller.
    const done = page.getByRole("button", { name: w.done, exact: true });
    await expect(done).toBeDisabled();
    await page.getByRole("checkbox", { name: w.saved }).check();
    await done.click();
    await expect(page).toHaveURL(/\/provider\/customers\?/);
    const row = page.getByRole("row").filter({ hasText: `Officine ${word} S.p.A.` });
    await expect(row).toContainText(reseller.companyName);
    await page.goBack();
    await expect(page.getByText(password)).toHaveCount(0);

    // 189–191: the reseller sees the customer; the administrator can sign in.
    const { rows } = await database.query(
      "select 1 from customer where company_name = $1 and reseller_id = $2",
      [`Officine ${word} S.p.A.`, reseller.organisationId],
    );
    expect(rows).toHaveLength(1);
    const stranger = await browser.newPage();
    await stranger.goto("/sign-in");
    await stranger.getByLabel(/Sign-in name|Nome di accesso/).fill(`admin@${word}.onmicrosoft.example`);
    await stranger.getByLabel(/^Password/).fill(password);
    await stranger.getByRole("button", { name: /^(Sign in|Accedi)$/ }).click();
    await expect(stranger).toHaveURL(/\/account\/change-password/);
    await stranger.close();
  });
}

test("span 206, R3: the reseller finds the new customer, with its subscription and without a price", async ({
  page,
  context,
}) => {
  const { provider, reseller } = await aSellingPair("admin_agent");
  await signedIn(context, provider.signInName);
  const w = words.en;
  const word = aWord();
  await page.goto(`/provider/customers/new?reseller=${reseller.organisationId}`);
  await fillAccountInfo(page, w, word);
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await choose(page, w, "Microsoft 365 Business Standard");
  await page.getByRole("checkbox", { name: w.actAsPartner }).check();
  await page.getByRole("button", { name: w.nextReview }).click();
  await page.getByRole("button", { name: w.submit, exact: true }).click();
  await expectStep(page, w.confirmation);
  await context.clearCookies();
  await signedIn(context, reseller.signInName);
  const theirs = await context.newPage();
  await theirs.goto(`/reseller/customers?q=${word}`);
  await theirs.getByRole("link", { name: `Officine ${word} S.p.A.` }).click();
  await expect(theirs.getByText("Microsoft 365 Business Standard").first()).toBeVisible();
  await expect(theirs.getByText(/€|EUR/)).toHaveCount(0);
});

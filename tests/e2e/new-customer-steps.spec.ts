import { aSellingPair, aWord, choose, expectStep, fillAccountInfo } from "./support/ordering-steps";
import { words } from "./support/ordering-words";
import { aCompany } from "./support/partnership-cast";
import { database, expect, signedIn, test } from "./support/portal";

const w = words.en;

/** A provider of its own for a test, with one person of a role. */
function aProvider(role: string, language: "en" | "it" = "en") {
  return aCompany({ kind: "indirect_provider", role, language });
}

/** Everything a provider's submission could leave behind, and the tenant and person of a domain. */
async function leftBehind(providerId: string, domain: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select ((select count(*) from customer where provider_id = $1) + (select count(*) from customer_order where provider_id = $1)
       + (select count(*) from subscription where provider_id = $1) + (select count(*) from agreement_acceptance where provider_id = $1)
       + (select count(*) from domain_event where organisation_id = $1) + (select count(*) from audit_record where organisation_id = $1)
       + (select count(*) from idempotency_record where organisation_id = $1) + (select count(*) from mail_message where organisation_id = $1)
       + (select count(*) from organisation where primary_domain = $2) + (select count(*) from user_account where sign_in_name = 'admin@' || $2))::int as count`,
    [providerId, domain],
  );
  return rows[0]?.count ?? -1;
}

for (const language of ["en", "it"] as const) {
  test(`span 200, R47 (${language}): Cancel at the review cancels the whole operation and leaves nothing behind`, async ({
    page,
    context,
  }) => {
    const w = words[language];
    const provider = await aProvider("sales_agent", language);
    await signedIn(context, provider.signInName, language);
    const word = aWord();
    await page.goto("/provider/customers/new");
    await fillAccountInfo(page, w, word);
    await page.getByRole("button", { name: w.nextSubscriptions }).click();
    await choose(page, w, "Microsoft 365 Business Basic");
    await page.getByRole("checkbox", { name: w.actDirectly }).check();
    await page.getByRole("button", { name: w.nextReview }).click();
    await expectStep(page, w.review);
    await page.getByRole("button", { name: w.cancel, exact: true }).click();
    await page.getByRole("button", { name: w.keepWorking }).click();
    await expectStep(page, w.review);
    await page.getByRole("button", { name: w.cancel, exact: true }).click();
    await page.getByRole("button", { name: w.discard }).click();
    await expect(page).toHaveURL(/\/provider\/customers$/);
    expect(await leftBehind(provider.organisationId, `${word}.onmicrosoft.example`)).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.goto("/provider/customers/new");
    await expect(page.getByRole("textbox", { name: w.companyName, exact: true })).toHaveValue("");
  });
}

test("the browser's back and forward move between the steps, a reload keeps what was entered, Update goes back to it", async ({
  page,
  context,
}) => {
  await signedIn(context, (await aProvider("admin_agent")).signInName);
  const word = aWord();
  const name = page.getByRole("textbox", { name: w.companyName, exact: true });
  await page.goto("/provider/customers/new");
  await fillAccountInfo(page, w, word);
  await page.reload();
  await expect(name).toHaveValue(`Officine ${word} S.p.A.`);
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await choose(page, w, "Microsoft 365 Business Basic");
  await page.getByRole("checkbox", { name: w.actDirectly }).check();
  await page.getByRole("button", { name: w.nextReview }).click();
  await expectStep(page, w.review);
  await page.goBack();
  await expectStep(page, w.subscriptions);
  await page.goBack();
  await expectStep(page, w.accountInfo);
  await expect(name).toHaveValue(`Officine ${word} S.p.A.`);
  await page.goForward();
  await expectStep(page, w.subscriptions);
  await expect(page.getByRole("textbox", { name: `${w.licences} Microsoft 365 Business Basic` })).toHaveValue(
    "1",
  );
  await page.goForward();
  await expectStep(page, w.review);
  await page.reload();
  await expectStep(page, w.review);
  await page.getByRole("button", { name: `${w.update} ${w.accountInfo}` }).click();
  await expect(name).toHaveValue(`Officine ${word} S.p.A.`);
  await page.getByRole("button", { name: w.startOver }).click();
  await expect(name).toHaveValue("");
});

test("no step is skipped by its address", async ({ page, context }) => {
  await signedIn(context, (await aProvider("admin_agent")).signInName);
  for (const step of ["subscriptions", "review"]) {
    await page.goto(`/provider/customers/new?step=${step}`);
    await expectStep(page, w.accountInfo);
  }
  await page.goto("/provider/customers/new?step=confirmation");
  await expect(page.getByText("This page is shown once")).toBeVisible();
});

test("R11: reload, back and forward never show the temporary password again", async ({ page, context }) => {
  await signedIn(context, (await aProvider("admin_agent")).signInName);
  const create = async () => {
    await page.goto("/provider/customers/new");
    await fillAccountInfo(page, w, aWord());
    await page.getByRole("button", { name: w.nextSubscriptions }).click();
    await page.getByRole("button", { name: w.nextReview }).click();
    await page.getByRole("button", { name: w.submit, exact: true }).click();
    const setup = page.getByRole("region", { name: w.setupInfo });
    return (await setup.locator("code").nth(1).textContent()) ?? "";
  };
  const first = await create();
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText("This page is shown once")).toBeVisible();
  expect(await page.content()).not.toContain(first);
  const second = await create();
  await page.goBack();
  await expect(page).toHaveURL(/\/provider\/customers$/);
  expect(await page.content()).not.toContain(second);
  await page.goForward();
  expect(await page.content()).not.toContain(second);
});

test("R50: a customer that accepts directly goes on to the review without subscriptions", async ({
  page,
  context,
}) => {
  await signedIn(context, (await aProvider("user_admin")).signInName);
  const word = aWord();
  await page.goto("/provider/customers/new");
  await expect(page.getByRole("radio", { name: /I attest/ })).toBeDisabled();
  const text = (name: string) => page.getByRole("textbox", { name, exact: true });
  await text(w.companyName).fill(`Officine ${word} S.p.A.`);
  await text(w.domainPrefix).fill(word);
  await text(w.line1).fill("Via Roma 1");
  await text(w.postalCode).fill("20121");
  await text(w.city).fill("Milano");
  await page.getByRole("combobox", { name: w.province }).selectOption("MI");
  await text(w.firstName).fill("Ada");
  await text(w.lastName).fill("Bianchi");
  await text(w.email).fill(`ada@${word}.example`);
  await page.getByRole("button", { name: w.nextReview }).click();
  await expectStep(page, w.review);
  await page.getByRole("button", { name: w.submit, exact: true }).click();
  await expectStep(page, w.confirmation);
  await expect(page.getByText(/as soon as the customer has accepted/)).toBeVisible();
});

test("R64, S-10: the fields follow the country, and the server's rules are told at the fields", async ({
  page,
  context,
}) => {
  await signedIn(context, (await aProvider("admin_agent")).signInName);
  await page.goto("/provider/customers/new");
  const country = page.getByRole("combobox", { name: w.country });
  await country.fill("Polan");
  await country.press("Enter");
  await expect(page.getByText(/Mandatory in this country/)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Language" })).toHaveValue("pl");
  await page.getByRole("textbox", { name: w.companyName, exact: true }).fill("srl");
  await page.getByRole("textbox", { name: w.postalCode, exact: true }).fill("20121");
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await expect(page.getByText("Enter the legal name: this is only a legal form.").first()).toBeVisible();
  await expect(page.getByText(/\(600049\)/).first()).toBeVisible();
  await expect(page.getByText(/\(600051\)/).first()).toBeVisible();
  await expect(page.getByText(/Enter a postal code of this country, such as 00-950/).first()).toBeVisible();
  await page.getByRole("link", { name: /only a legal form/ }).click();
  await expect(page.getByRole("textbox", { name: w.companyName, exact: true })).toBeFocused();
});

test("hostile and foreign text is kept as it is typed, and what cannot be stored is told at the field", async ({
  page,
  context,
}) => {
  await signedIn(context, (await aProvider("admin_agent")).signInName);
  const word = aWord();
  await page.goto("/provider/customers/new");
  await fillAccountInfo(page, w, word);
  const name = page.getByRole("textbox", { name: w.companyName, exact: true });
  await name.fill("Bad \u202Ename");
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await expect(page.getByText(/hidden characters/).first()).toBeVisible();
  await expect(name).toHaveValue("Bad \u202Ename");
  const hostile = `Ø'"<img src=x onerror=alert(1)> 株式会社 ${word}`;
  await name.fill(hostile);
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await page.getByRole("button", { name: w.nextReview }).click();
  await expect(page.getByText(hostile)).toBeVisible();
  await page.getByRole("button", { name: w.submit, exact: true }).click();
  await expect(page.getByText(`${hostile} has been created`)).toBeVisible();
});

test("a session that ends in the middle loses nothing: signing in again in another tab is enough", async ({
  page,
  context,
}) => {
  const { signInName: person } = await aProvider("admin_agent");
  await signedIn(context, person);
  const word = aWord();
  await page.goto("/provider/customers/new");
  await fillAccountInfo(page, w, word);
  await context.clearCookies();
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await expect(page.getByText("You are signed out")).toBeVisible();
  await signedIn(context, person);
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await expectStep(page, w.subscriptions);
});

test("R49: a double click on Submit makes one customer and one order", async ({ page, context }) => {
  const { provider, reseller } = await aSellingPair("admin_agent");
  await signedIn(context, provider.signInName);
  const word = aWord();
  await page.goto(`/provider/customers/new?reseller=${reseller.organisationId}`);
  await fillAccountInfo(page, w, word);
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await choose(page, w, "Microsoft 365 Business Basic");
  await page.getByRole("checkbox", { name: w.actAsPartner }).check();
  await page.getByRole("button", { name: w.nextReview }).click();
  await page.getByRole("button", { name: w.submit, exact: true }).dblclick();
  await expectStep(page, w.confirmation);
  const { rows } = await database.query<{ customers: number; orders: number }>(
    `select count(distinct c.id)::int as customers, count(o.id)::int as orders from customer c
     left join customer_order o on o.customer_id = c.id where c.primary_domain = $1`,
    [`${word}.onmicrosoft.example`],
  );
  expect(rows).toEqual([{ customers: 1, orders: 1 }]);
});

test("R49, R11: when the answer to Submit is lost, submitting again makes nothing twice and shows no password", async ({
  page,
  context,
  consoleErrors,
}) => {
  await signedIn(context, (await aProvider("admin_agent")).signInName);
  const word = aWord();
  await page.goto("/provider/customers/new");
  await fillAccountInfo(page, w, word);
  await page.getByRole("button", { name: w.nextSubscriptions }).click();
  await page.getByRole("button", { name: w.nextReview }).click();
  await expectStep(page, w.review);
  let isCut = false;
  await page.route(/\/provider\/customers\/new/, async (route) => {
    if (isCut || route.request().method() !== "POST") return route.continue();
    isCut = true;
    await route.fetch();
    await route.abort();
  });
  const submit = page.getByRole("button", { name: w.submit, exact: true });
  await submit.click();
  await expect(page.getByText("No answer arrived")).toBeVisible();
  expect(consoleErrors.splice(0)).toEqual([expect.stringContaining("net::ERR_FAILED")]);
  await submit.click();
  await expectStep(page, w.confirmation);
  await expect(page.getByText("The temporary password was already shown")).toBeVisible();
  const { rows } = await database.query("select 1 from organisation where primary_domain = $1", [
    `${word}.onmicrosoft.example`,
  ]);
  expect(rows).toHaveLength(1);
});

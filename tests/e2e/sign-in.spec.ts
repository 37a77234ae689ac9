import type { Page } from "@playwright/test";
import { database, expect, expectAccessible, passwordOf, signedIn, test } from "./support/portal";

const agent = "admin.agent@brenta.example";

async function signInByForm(page: Page, name: string, password: string) {
  await page.getByLabel("Sign-in name").fill(name);
  await page.locator("input[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a stranger signs in and comes back to the page that was asked for", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await expectAccessible(page);
  await signInByForm(page, agent, passwordOf(agent));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(page).toHaveTitle("Your account · Twotier");
});

test("a wrong password and an unknown name are told alike, and what was typed is kept", async ({ page }) => {
  const answers: string[] = [];
  for (const name of [agent, "nobody@nowhere.example"]) {
    await page.goto("/sign-in");
    await signInByForm(page, name, "not the password");
    await expect(page.getByText("That did not work")).toBeVisible();
    answers.push((await page.locator("form").innerText()).replace(name, ""));
    await expect(page.getByLabel("Sign-in name")).toHaveValue(name);
  }
  expect(answers[0]).toBe(answers[1]);
});

test("in Italian, the language of the browser is spoken before anybody signs in", async ({ browser }) => {
  const context = await browser.newContext({ locale: "it-IT" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accedi");
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  await context.close();
});

test("the person's own language wins, and is chosen under the account", async ({ page, context }) => {
  await signedIn(context, "sales.agent@brenta.example", "en");
  await page.goto("/account");
  await page.getByLabel("Language").selectOption("it");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Le preferenze sono state salvate.")).toBeVisible();
  await expectAccessible(page);
});

test("R11: a temporary password opens nothing until it is changed", async ({ page, context }) => {
  const person = "helpdesk.agent@brenta.example";
  await database.query("update user_account set must_change_password = true where sign_in_name = $1", [
    person,
  ]);
  await signedIn(context, person);
  await page.goto("/provider/customers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change your password");
  await expect(page.getByRole("link", { name: "Customers" })).toHaveCount(0);
  await page.locator("input[name=currentPassword]").fill(passwordOf(person));
  await page.locator("input[name=newPassword]").fill("short");
  await page.locator("input[name=repeatedPassword]").fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Use at least 12 characters.").first()).toBeVisible();
  await expectAccessible(page);
  await page.locator("input[name=currentPassword]").fill(passwordOf(person));
  await page.locator("input[name=newPassword]").fill("seven green boats at dawn");
  await page.locator("input[name=repeatedPassword]").fill("seven green boats at dawn");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
});

test("signing out everywhere ends every browser of the person at once", async ({
  page,
  context,
  browser,
}) => {
  const person = "billing.admin@brenta.example";
  const elsewhere = await browser.newContext();
  await signedIn(context, person);
  await signedIn(elsewhere, person);
  const other = await elsewhere.newPage();
  await other.goto("/account");
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

import { aCompany } from "./support/partnership-cast";
import { database, expect, expectAccessible, signedIn, test } from "./support/portal";

const texts = {
  en: {
    enrolled:
      "An indirect reseller must be enrolled in the programme and have an account before it can accept.",
    passOn: /Pass on what it has to do/,
    address: /e-mail address ready/,
    goals: [/administrator permissions/, /usage-based/, /incentives/, /support questions/],
    acts: [
      /when you add the customer\./,
      /tenant owner/,
      /Reseller \(MPN ID\)/,
      /Designated support contact/,
    ],
    places: [/New customer/, /User settings/, /New subscription/, /then Subscriptions/],
    empty: "No indirect reseller yet",
  },
  it: {
    enrolled:
      "Per poter accettare, un rivenditore indiretto deve essere iscritto al programma e avere un account.",
    passOn: /Spiegagli che cosa deve fare/,
    address: /indirizzo di posta elettronica/,
    goals: [/autorizzazioni di amministratore/, /servizi a consumo/, /incentivi/, /richieste di supporto/],
    acts: [
      /quando aggiungi il cliente\./,
      /proprietario del tenant/,
      /Rivenditore \(ID MPN\)/,
      /Contatto di supporto designato/,
    ],
    places: [/Nuovo cliente/, /Impostazioni utente/, /Nuova sottoscrizione/, /poi Sottoscrizioni/],
    empty: "Ancora nessun rivenditore indiretto",
  },
} as const;

for (const language of ["en", "it"] as const) {
  test(`spans 133-135, 140, 155, 159-173 (${language}): Indirect resellers says what must be in order first, and where each involvement is set`, async ({
    page,
    context,
  }) => {
    const { enrolled, passOn, address, goals, acts, places, empty } = texts[language];
    const provider = await aCompany({ kind: "indirect_provider", role: "sales_agent", language });
    await signedIn(context, provider.signInName, language);
    await page.goto("/provider/indirect-resellers");
    await expect(page.getByText(empty)).toBeVisible();
    const items = page.getByRole("listitem");
    await expect(items.filter({ hasText: enrolled })).toBeVisible();
    await expect(items.filter({ hasText: passOn })).toBeVisible();
    await expect(items.filter({ hasText: address })).toBeVisible();
    const guide = page.locator("dl");
    for (const [index, goal] of goals.entries()) {
      const row = guide.locator("> div").nth(index);
      await expect(row.locator("dt")).toHaveText(goal);
      await expect(row.locator("dd").nth(0)).toHaveText(acts[index] ?? "");
      await expect(row.locator("dd").nth(1)).toHaveText(places[index] ?? "");
    }
    await expectAccessible(page);
  });
}

test("R9: a suspended provider may still ask, and is told what is blocked", async ({ page, context }) => {
  const provider = await aCompany({ kind: "indirect_provider", role: "admin_agent", language: "en" });
  await database.query("update organisation set program_status = 'suspended' where id = $1", [
    provider.organisationId,
  ]);
  await signedIn(context, provider.signInName);
  await page.goto("/provider/indirect-resellers");
  await expect(page.getByText("You can still request partnerships, but orders")).toBeVisible();
  await page.getByRole("button", { name: "Request a partnership" }).first().click();
  await expect(page.getByText("The reseller cannot accept until that is settled.")).toBeVisible();
  await expectAccessible(page);
});

test("on a phone nothing is cut off and everything can be reached", async ({ browser }) => {
  const provider = await aCompany({ kind: "indirect_provider", role: "admin_agent", language: "it" });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await signedIn(context, provider.signInName, "it");
  const page = await context.newPage();
  await page.goto("/provider/indirect-resellers");
  await page.getByRole("button", { name: "Richiedi una relazione" }).first().click();
  await expect(page.getByLabel("Testo del messaggio")).toBeVisible();
  await page.getByRole("button", { name: "Fine" }).click();
  await expect(page.getByRole("rowheader", { name: "Solo collegamento" })).toBeVisible();
  for (const path of ["", "/invitations", "/invitations?view=all"]) {
    await page.goto(`/provider/indirect-resellers${path}`);
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(spill).toBe(0);
    await expectAccessible(page);
  }
  await context.close();
});

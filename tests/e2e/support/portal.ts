import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Pool } from "pg";
import { sessionCookieName, signSessionToken } from "#/platform/auth/session-token";
import accounts from "../../../prisma/seed/demo-accounts.json" with { type: "json" };

/** The sign-in names of the demo's accounts. */
export type DemoAccount = (typeof accounts)[number]["email"];

/** The password of a demo account. */
export function passwordOf(email: string): string {
  const account = accounts.find((entry) => entry.email === email);
  if (!account) throw new Error(`${email} is no demo account`);
  return account.password;
}

/** What the browser tests ask the database directly: only to prepare and to prove, never instead of the interface. */
export const database = new Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 });

/** Gives a browser an open session of a person, as if the person had signed in there before. */
export async function signedIn(
  context: BrowserContext,
  signInName: string,
  language: "en" | "it" = "en",
): Promise<void> {
  const { rows } = await database.query<{ id: string }>(
    `with person as (update user_account set language = $2 where sign_in_name = $1 returning id)
     insert into user_session (id, user_id, organisation_id, expires_at)
     select gen_random_uuid(), m.user_id, m.organisation_id, now() + interval '2 hours' from membership m join person on person.id = m.user_id limit 1 returning id`,
    [signInName, language],
  );
  const sessionId = rows[0]?.id;
  if (!sessionId) throw new Error(`nobody signs in as ${signInName}`);
  const url = process.env.E2E_BASE_URL ?? "http://localhost:3000";
  await context.addCookies([
    {
      name: sessionCookieName(),
      value: await signSessionToken(sessionId),
      url,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}

/** Noise of the browser that tells nothing about the page: answers the test itself provoked. */
const expectedNoise = /the server responded with a status of (401|403|404|409|413|422)/;

/**
 * The browser test every file uses: any error on a page's console, uncaught exception or violated security policy fails
 * the test it happened in.
 */
export const test = base.extend<{ consoleErrors: string[] }>({
  consoleErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      const watch = (page: Page) => {
        page.on("console", (message) => {
          if (message.type() === "error" && !expectedNoise.test(message.text())) errors.push(message.text());
        });
        page.on("pageerror", (error) => errors.push(String(error)));
      };
      context.pages().forEach(watch);
      context.on("page", watch);
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Asserts that axe finds nothing to object to on the page as it stands (WCAG 2.2 AA). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found).toEqual([]);
}

/** Mails that the portal has sent to an address, newest first, as the inbox keeps them. */
export async function mailsTo(address: string): Promise<readonly { subject: string; text: string }[]> {
  const response = await fetch(`${process.env.E2E_INBOX_URL}/messages?to=${encodeURIComponent(address)}`);
  return (await response.json()) as { subject: string; text: string }[];
}

export { expect };

import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSignIn, openGate, resolveSession } from "#/db/gate";
import { readSessionToken } from "#/platform/auth/session-token";
import { verifyPassword } from "#/platform/crypto/services";
import accounts from "../../../prisma/seed/demo-accounts.json";
import { organisations } from "../../../prisma/seed/story/organisations";
import { anIndirectProvider } from "../../support/builders";
import { applicationUrl, ownerUrl } from "../../support/database";
import { copyDatabase, type DatabaseCopy } from "../../support/database-copy";
import { digestOf } from "../../support/digest";
import { runScript } from "../../support/run-script";

let demo: DatabaseCopy;
let pool: Pool;

const seed = (urls: { ownerUrl: string; applicationUrl: string }) =>
  runScript("prisma/seed/demo.ts", [], {
    DATABASE_URL: urls.ownerUrl,
    APP_DATABASE_URL: urls.applicationUrl,
    DEMO: "1",
  });
const session = (address: string, APP_DATABASE_URL: string) =>
  runScript("scripts/session.ts", address ? [address] : [], { APP_DATABASE_URL });

beforeAll(async () => {
  demo = await copyDatabase();
  pool = new Pool({ connectionString: demo.ownerUrl, max: 1 });
  expect(await seed(demo)).toEqual({ code: 0, output: "", errors: "" });
}, 60_000);

afterAll(async () => {
  await pool.end();
  await demo.drop();
});

describe("the demo's seed", () => {
  test("fills the catalogue from the vendor's price lists, in real format", async () => {
    const { rows } = await pool.query(
      "select market, count(*)::int as prices, count(distinct currency)::int as currencies from price group by 1 order by 1",
    );
    expect(rows).toEqual([
      { market: "IT", prices: 5_910, currencies: 6 },
      { market: "US", prices: 1_090, currencies: 1 },
    ]);
  });

  test("leaves nothing to tell and no mail to send", async () => {
    const { rows } = await pool.query(
      "select (select count(*)::int from domain_event) as events, (select count(*)::int from mail_message) as mails",
    );
    expect(rows).toEqual([{ events: 0, mails: 0 }]);
  });

  test("gives partners the cards of those they work with and of nobody else", async () => {
    const { rows } = await pool.query<{ viewer: string; subject: string }>(
      `select v.company_name as viewer, c.company_name as subject from partner_card c join organisation v on v.id = c.viewer_id
       where v.kind = 'indirect_reseller' and v.company_name like 'Lario%' order by 2`,
    );
    expect(rows.map(({ subject }) => subject)).toEqual([
      "Brenta Distribuzione S.p.A.",
      "Kestrel Distribution GmbH",
    ]);
  });

  test("opens every account that the start prints, with the password it prints", async () => {
    const gate = openGate({ url: demo.applicationUrl, poolSize: 1 });
    for (const { email, password } of accounts) {
      const account = await findSignIn(gate, email);
      expect(account).toMatchObject({ status: "active", organisationId: expect.any(String) });
      expect(await verifyPassword(account?.passwordHash, password)).toBe(true);
    }
    await gate.end();
  });

  test("changes nothing when it runs again", async () => {
    const before = await digestOf(pool);
    expect((await seed(demo)).code).toBe(0);
    expect(await digestOf(pool)).toEqual(before);
  });

  test("refuses a database that holds real organisations, and changes nothing there", async () => {
    await anIndirectProvider().create();
    const outcome = await seed({ ownerUrl, applicationUrl });
    expect(outcome.code).toBe(1);
    expect(outcome.errors).toContain("real organisations");
  });
});

describe("npm run session", () => {
  test.each([
    "admin.agent@brenta.example",
    "global.admin@dolomia.example",
    "admin@aurora.onmicrosoft.example",
    "operator.admin@zenit.example",
  ])("gives a session that the portal accepts for %s", async (email) => {
    const { code, output } = await session(email, demo.applicationUrl);
    expect(code).toBe(0);
    const [name, token] = output.trim().split("=", 2);
    expect(name).toBe("twotier.session");
    const gate = openGate({ url: demo.applicationUrl, poolSize: 1 });
    const record = await resolveSession(gate, (await readSessionToken(token)) ?? "", 60);
    await gate.end();
    expect(record?.signInName).toBe(email);
    expect(organisations.map(({ companyName }) => companyName)).toContain(record?.companyName);
  });

  test("refuses on every database that is not the demo's", async () => {
    const outcome = await session("admin.agent@brenta.example", applicationUrl);
    expect(outcome).toMatchObject({ code: 1, output: "" });
    expect(outcome.errors).toContain("not the demo's database");
  });

  test("says what it needs, and that an account is not there", async () => {
    expect((await session("", demo.applicationUrl)).errors).toContain("npm run --silent session -- ");
    expect((await session("nobody@brenta.example", demo.applicationUrl)).errors).toContain(
      "no active account",
    );
  });
});

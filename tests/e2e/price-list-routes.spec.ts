import { request as httpRequest } from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { fileOf, rowOf } from "../support/price-list-text";
import { aColleague } from "./support/partnership-cast";
import { database, expect, signedIn, test } from "./support/portal";

const origin = process.env.E2E_BASE_URL ?? "http://localhost:3000";
const uploadPath = "/api/vendor/price-list-imports";
const vendor = "operator.admin@zenit.example";

function upload(request: APIRequestContext, content: string | Buffer, query = "fileName=a.csv&kind=current") {
  return request.post(`${uploadPath}?${query}`, {
    headers: { origin, "content-type": "text/csv" },
    data: Buffer.from(content),
  });
}

async function importsStored(): Promise<number> {
  const { rows } = await database.query("select count(*)::int as count from price_list_import");
  return rows[0].count;
}

/** Sends a body of so many bytes whose length is not announced, and gives the status of the answer. */
function sendUnannounced(cookie: string, megabytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${origin}${uploadPath}?fileName=a.csv&kind=current`, {
      method: "POST",
      headers: { origin, cookie, "transfer-encoding": "chunked" },
    });
    let isAnswered = false;
    request.on("response", (response) => {
      isAnswered = true;
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", (error) => isAnswered || reject(error));
    const piece = Buffer.alloc(1_000_000, "x");
    const send = (left: number) => {
      if (isAnswered) return;
      if (left === 0) request.end();
      else request.write(piece, () => send(left - 1));
    };
    send(megabytes);
  });
}

test("strangers and other kinds of organisation get nothing, with a code and the request's id", async ({
  browser,
  request,
}) => {
  const before = await importsStored();
  const stranger = await upload(request, fileOf([rowOf()]));
  expect(stranger.status()).toBe(401);
  expect(stranger.headers()["content-type"]).toContain("application/problem+json");
  expect(await stranger.json()).toMatchObject({ code: "unauthenticated", status: 401 });
  const accounts = [
    "admin.agent@brenta.example",
    "global.admin@lario.example",
    "admin@aurora.onmicrosoft.example",
  ];
  for (const account of accounts) {
    const context = await browser.newContext();
    await signedIn(context, account);
    const answer = await upload(context.request, fileOf([rowOf()]));
    expect(answer.status(), account).toBe(403);
    const { code, requestId } = await answer.json();
    expect(code).toBe("access.organisation_kind");
    expect(answer.headers()["x-request-id"]).toBe(requestId);
    expect((await context.request.get("/vendor/price-lists")).status(), account).toBe(404);
    await context.close();
  }
  expect(await importsStored()).toBe(before);
});

test("at the vendor operator, a representative reads no imports and uploads none; the refusal is kept", async ({
  browser,
}) => {
  const { rows } = await database.query(
    "select m.organisation_id as id from membership m join user_account u on u.id = m.user_id where u.sign_in_name = $1",
    [vendor],
  );
  const signInName = `representative.${Date.now()}@zenit.example`;
  await aColleague({ organisationId: rows[0].id }, signInName, "representative", "en");
  const context = await browser.newContext();
  await signedIn(context, signInName);
  const answer = await upload(context.request, fileOf([rowOf()]));
  const { code, requestId } = await answer.json();
  expect([answer.status(), code]).toEqual([403, "access.role_missing"]);
  const kept = await database.query(
    "select operation, outcome, failure_code from audit_record where correlation_id = $1",
    [requestId],
  );
  expect(kept.rows).toEqual([
    { operation: "price_list.receive", outcome: "failed", failure_code: "access.role_missing" },
  ]);
  const page = await context.newPage();
  await page.goto("/vendor/price-lists");
  await expect(page.getByText(/Operator admin or Catalogue manager/)).toBeVisible();
  await context.close();
});

test("malformed uploads get an answer of the 4xx kind and leave nothing behind", async ({ context }) => {
  await signedIn(context, vendor);
  const { request } = context;
  const before = await importsStored();
  const good = fileOf([rowOf()]);
  const answers = {
    empty: await upload(request, ""),
    noName: await upload(request, good, "kind=current"),
    badKind: await upload(request, good, "fileName=a.csv&kind=yearly"),
    nameWithNul: await upload(request, good, "fileName=a%00.csv&kind=current"),
    longName: await upload(request, good, `fileName=${"a".repeat(3_000)}&kind=current`),
    otherOrigin: await request.post(`${uploadPath}?fileName=a.csv&kind=current`, {
      headers: { origin: "https://evil.example" },
      data: good,
    }),
    tooLarge: await upload(request, Buffer.alloc(64_000_001, "x")),
    read: await request.get(uploadPath),
    unknownImport: await request.get(`${uploadPath}/01a204e4-c604-70c8-b6a5-a19cb4ba79bb`),
    noId: await request.get(`${uploadPath}/report/report`),
  };
  const statuses = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, answer.status()]),
  );
  expect(statuses).toEqual({
    empty: 422,
    noName: 422,
    badKind: 422,
    nameWithNul: 400,
    longName: 422,
    otherOrigin: 403,
    tooLarge: 413,
    read: 405,
    unknownImport: 404,
    noId: 404,
  });
  for (const answer of Object.values(answers)) {
    expect(answer.headers()["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(await importsStored()).toBe(before);
});

test("a body whose length nobody announced is cut off at the limit", async ({ context }) => {
  await signedIn(context, vendor);
  const [cookie] = await context.cookies();
  const before = await importsStored();
  expect(await sendUnannounced(`${cookie?.name}=${cookie?.value}`, 70)).toBe(413);
  expect(await importsStored()).toBe(before);
});

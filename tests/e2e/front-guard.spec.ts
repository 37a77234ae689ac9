import { expect, test } from "./support/portal";

const origin = process.env.E2E_BASE_URL ?? "http://localhost:3000";

test("health asks nobody, readiness asks the database, and every answer carries its id", async ({
  request,
}) => {
  for (const path of ["/api/health", "/api/ready", "/sign-in", "/no-such-page"]) {
    const answer = await request.get(path);
    expect(answer.headers()["x-request-id"], path).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(await (await request.get("/api/ready")).json()).toEqual({ status: "ready" });
});

test("pages carry a policy with a nonce of their own and no unsafe inline scripts", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/sign-in")).headers()["content-security-policy"] ?? ""),
  );
  for (const policy of policies) {
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src "));
    expect(scripts).toMatch(/'nonce-[A-Za-z0-9+/=]{22,}'/);
    expect(scripts).not.toContain("unsafe-inline");
    expect(scripts).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
  }
  expect(policies[0]).not.toBe(policies[1]);
});

test("headers that keep browsers from guessing, framing and telling are there", async ({ request }) => {
  const headers = (await request.get("/sign-in")).headers();
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("nothing that could change something is taken from elsewhere", async ({ request }) => {
  const tries: Record<string, string>[] = [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${origin}.evil.example` },
    { origin, "sec-fetch-site": "cross-site" },
    { origin, "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: new URL(origin).host },
  ];
  for (const headers of tries) {
    const answer = await request.post("/sign-in", { headers, data: "x" });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
});

test("malformed requests get an answer of the 4xx kind, never a fault of ours", async ({ request }) => {
  const answers = [
    await request.get("/%E0%A4%A"),
    await request.get(`/sign-in?next=${"a".repeat(9_000)}`),
    await request.fetch("/sign-in", { method: "PUT" }),
    await request.fetch("/sign-in", { method: "DELETE" }),
    await request.get("/sign-in?next=%00"),
    await request.post("/sign-in", { headers: { origin }, data: "x".repeat(1_100_000) }),
    await request.post("/sign-in", { headers: { origin, "next-action": "0".repeat(42) }, data: "[" }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([
    400,
    400,
    405,
    405,
    400,
    413,
    expect.any(Number),
  ]);
  expect(answers.every((answer) => answer.status() < 500)).toBe(true);
});

test("strangers see nothing of any page behind sign-in, whatever cookie they make up", async ({
  request,
}) => {
  const pages = [
    "/",
    "/provider",
    "/provider/customers",
    "/provider/indirect-resellers",
    "/reseller",
    "/customer",
    "/vendor",
    "/account",
    "/notifications",
  ];
  for (const path of pages) {
    for (const cookie of [
      "",
      "twotier.session=junk",
      "twotier.session=eyJhbGciOiJub25lIn0.eyJzaWQiOiIwIn0.",
    ]) {
      const answer = await request.get(path, { headers: { cookie }, maxRedirects: 0 });
      expect(answer.status(), path).toBe(307);
      expect(answer.headers().location, path).toContain("/sign-in");
      expect(await answer.text(), path).not.toContain("Brenta");
    }
  }
});

test("a session ends by the portal's own action alone, which ends its row, too: the library's way out is closed", async ({
  request,
}) => {
  for (const path of ["/api/auth/signout", "/api/auth/signout?callbackUrl=/"]) {
    const answer = await request.post(path, { headers: { origin }, form: { csrfToken: "x" } });
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()["set-cookie"] ?? "", path).not.toContain("session=;");
  }
});

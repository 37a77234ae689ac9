import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { changePassword } from "#/domain/identity/operations/change-password";
import { nextAuthOptions } from "#/platform/auth/next-auth-options";
import { signInWithPassword } from "#/platform/auth/sign-in";
import { forgetForwardedAddresses } from "#/platform/next/forwarded-headers";
import { anIndirectProvider, aPersonWith } from "../../support/builders";
import { refusalCodeIn, runAs } from "../../support/run";
import { uniqueWord } from "../../support/unique";

const password = "correct horse battery staple";
const from = (address: string = uniqueWord()) => ({ address, userAgent: "test" });

async function aPersonWithPassword() {
  return aPersonWith(await anIndirectProvider().create(), ["admin_agent"], { password });
}

function addressSeenBy(server: ReturnType<typeof createServer>, claimed: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", headers: { "X-Forwarded-For": claimed } }, (response) => {
      response.setEncoding("utf8").once("data", resolve);
    }).once("error", reject);
  });
}

describe("guessing passwords", () => {
  test("S10: without a proxy in front, an address that a request claims never reaches the portal", async () => {
    const server = createServer((request, response) => {
      // As Next.js does it: what is there already is kept.
      request.headers["x-forwarded-for"] ??= request.socket.remoteAddress;
      response.end(String(request.headers["x-forwarded-for"]));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const stop = forgetForwardedAddresses();
    try {
      expect(await addressSeenBy(server, "203.0.113.7")).toBe("127.0.0.1");
      stop();
      expect(await addressSeenBy(server, "203.0.113.7")).toBe("203.0.113.7");
    } finally {
      stop();
      server.close();
    }
  });

  test("S10: from ever new addresses ends after a hundred tries, and the owner still gets in where it did before", async () => {
    const person = await aPersonWithPassword();
    const home = from();
    expect((await signInWithPassword(person.signInName, password, home)).ok).toBe(true);
    const reasons: string[] = [];
    for (let attempt = 0; attempt < 104; attempt += 1) {
      const outcome = await signInWithPassword(person.signInName, "a guess", from());
      reasons.push(outcome.ok ? "in" : outcome.reason);
    }
    expect(reasons.filter((reason) => reason === "refused")).toHaveLength(100);
    expect(reasons.slice(100)).toEqual(Array(4).fill("too_many_tries"));
    expect(await signInWithPassword(person.signInName, password, from())).toMatchObject({ ok: false });
    expect((await signInWithPassword(person.signInName, password, home)).ok).toBe(true);
  }, 60_000);

  test("S10: the present password can be tried ten times inside a session, no more", async () => {
    const person = await aPersonWithPassword();
    const change = (currentPassword: string) =>
      runAs(person, changePassword, {
        currentPassword,
        newPassword: "another long passphrase",
        repeatedPassword: "another long passphrase",
      });
    const codes: string[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1)
      codes.push(refusalCodeIn(await change(`guess ${attempt}`)));
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(["currentPassword:password.not_current"]));
    expect(codes[10]).toBe("rate_limited");
    expect(refusalCodeIn(await change(password))).toBe("rate_limited");
  });
});

describe("what no account is called", () => {
  const [provider] = nextAuthOptions().providers;
  const authorize = (
    provider as unknown as {
      options: { authorize: (credentials: object, request: object) => Promise<unknown> };
    }
  ).options.authorize;

  test.each([
    ["a name with a NUL", "some\0body@people.example", "refused"],
    ["a name as long as any may be", `${"a".repeat(253)}@`, "refused"],
    ["a name far too long", "a".repeat(5_000), "refused"],
    ["a lone surrogate", "\ud800@people.example", "refused"],
  ])("S4: %s is refused like any other, with no word of the database", async (_, signInName, reason) => {
    const request = { headers: { "x-forwarded-for": uniqueWord().repeat(60) } };
    await expect(authorize({ signInName, password }, request)).rejects.toThrow(new Error(reason));
  });
});

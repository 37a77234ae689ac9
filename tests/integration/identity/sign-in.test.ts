import { describe, expect, test } from "vitest";
import { resolveSession } from "#/db/gate";
import { changePassword } from "#/domain/identity/operations/change-password";
import { signOut } from "#/domain/identity/operations/sign-out";
import { readSessionToken, signSessionToken } from "#/platform/auth/session-token";
import { signInWithPassword } from "#/platform/auth/sign-in";
import { gate } from "#/platform/database-health";
import { anIndirectProvider, aPersonWith } from "../../support/builders";
import { fixtures } from "../../support/database";
import { refusalCodeIn, runAs, valueIn } from "../../support/run";
import { uniqueWord } from "../../support/unique";

const password = "correct horse battery staple";
const from = (address: string = uniqueWord()) => ({ address, userAgent: "test" });

async function aPersonWithPassword(options: Parameters<typeof aPersonWith>[2] = {}) {
  const provider = await anIndirectProvider().create();
  return aPersonWith(provider, ["admin_agent"], { password, ...options });
}

function sessionOf(sessionId: string) {
  return resolveSession(gate(), sessionId, 60);
}

describe("signing in", () => {
  test("opens a session that names the person, the organisation and the roles", async () => {
    const person = await aPersonWithPassword();
    const outcome = await signInWithPassword(`  ${person.signInName.toUpperCase()} `, password, from());
    if (!outcome.ok) throw new Error(outcome.reason);
    const session = await sessionOf(outcome.sessionId);
    expect(session).toMatchObject({
      userId: person.userId,
      organisationId: person.organisationId,
      roles: ["admin_agent"],
    });
  });

  test("tells a wrong password, an unknown name and a closed account alike", async () => {
    const person = await aPersonWithPassword();
    const closed = await aPersonWithPassword({ status: "disabled" });
    const outcomes = [
      await signInWithPassword(person.signInName, "wrong password", from()),
      await signInWithPassword(`${uniqueWord()}@nowhere.example`, password, from()),
      await signInWithPassword(closed.signInName, password, from()),
    ];
    expect(outcomes).toEqual(Array(3).fill({ ok: false, reason: "refused" }));
  });

  test("an address that guesses is stopped, while the owner still gets in from elsewhere", async () => {
    const person = await aPersonWithPassword();
    const guesser = from();
    const reasons: string[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const outcome = await signInWithPassword(person.signInName, `guess ${attempt}`, guesser);
      reasons.push(outcome.ok ? "in" : outcome.reason);
    }
    expect(reasons.filter((reason) => reason === "refused")).toHaveLength(10);
    expect(reasons.at(-1)).toBe("too_many_tries");
    expect((await signInWithPassword(person.signInName, password, from())).ok).toBe(true);
  });

  test("R7: a disabled person's open session ends with the next request", async () => {
    const person = await aPersonWithPassword();
    expect(await sessionOf(person.sessionId)).toBeDefined();
    await fixtures.userAccount.update({ where: { id: person.userId }, data: { status: "disabled" } });
    expect(await sessionOf(person.sessionId)).toBeUndefined();
  });

  test("R7: a changed role shows with the next request of an open session", async () => {
    const person = await aPersonWithPassword();
    await fixtures.membership.updateMany({
      where: { userId: person.userId },
      data: { roles: ["report_viewer"] },
    });
    expect((await sessionOf(person.sessionId))?.roles).toEqual(["report_viewer"]);
  });

  test("an expired and an idle session are no sessions", async () => {
    const [expired, idle] = [await aPersonWithPassword(), await aPersonWithPassword()];
    await fixtures.userSession.update({
      where: { id: expired.sessionId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    await fixtures.userSession.update({
      where: { id: idle.sessionId },
      data: { lastSeenAt: new Date(Date.now() - 61 * 60_000) },
    });
    expect([await sessionOf(expired.sessionId), await sessionOf(idle.sessionId)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("the session token", () => {
  test("gives its session id back, and nothing once a character differs", async () => {
    const { sessionId } = await aPersonWithPassword();
    const token = await signSessionToken(sessionId);
    expect(await readSessionToken(token)).toBe(sessionId);
    const at = token.length - 10;
    const altered = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    expect(await readSessionToken(altered)).toBeUndefined();
    expect(await readSessionToken("not.a.token")).toBeUndefined();
  });
});

describe("leaving", () => {
  test("signing out ends this session and no other; everywhere ends all", async () => {
    const person = await aPersonWithPassword();
    const other = await signInWithPassword(person.signInName, password, from());
    if (!other.ok) throw new Error(other.reason);
    valueIn(await runAs(person, signOut, { everywhere: false }));
    expect([await sessionOf(person.sessionId), (await sessionOf(other.sessionId))?.userId]).toEqual([
      undefined,
      person.userId,
    ]);
    valueIn(await runAs(person, signOut, { everywhere: true }));
    expect(await sessionOf(other.sessionId)).toBeUndefined();
  });
});

describe("changing the password", () => {
  const change = (currentPassword: string, newPassword: string, repeatedPassword = newPassword) => ({
    currentPassword,
    newPassword,
    repeatedPassword,
  });

  test("R11: replaces a temporary password, and ends every session of the person", async () => {
    const person = await aPersonWithPassword({ mustChangePassword: true });
    expect((await sessionOf(person.sessionId))?.mustChangePassword).toBe(true);
    valueIn(await runAs(person, changePassword, change(password, "a much better sentence")));
    expect(await sessionOf(person.sessionId)).toBeUndefined();
    expect((await signInWithPassword(person.signInName, password, from())).ok).toBe(false);
    const again = await signInWithPassword(person.signInName, "a much better sentence", from());
    if (!again.ok) throw new Error(again.reason);
    expect((await sessionOf(again.sessionId))?.mustChangePassword).toBe(false);
  });

  test("refuses a wrong present password, a difference, a plain, a short and an unchanged one", async () => {
    const person = await aPersonWithPassword();
    const codes = [];
    for (const input of [
      change("wrong", "a much better sentence"),
      change(password, "a much better sentence", "another sentence"),
      change(password, "aaaaaaaaaaaaaaaa"),
      change(password, "short"),
      change(password, password),
      change(password, `${person.signInName.split("@")[0]} 12345678`),
    ]) {
      codes.push(refusalCodeIn(await runAs(person, changePassword, input)));
    }
    expect(codes).toEqual([
      "currentPassword:password.not_current",
      "repeatedPassword:password.not_repeated",
      "newPassword:password.too_plain",
      "newPassword:password.too_short",
      "newPassword:password.unchanged",
      "newPassword:password.holds_name",
    ]);
    expect(await sessionOf(person.sessionId)).toBeDefined();
  });
});

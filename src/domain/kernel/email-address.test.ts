import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithinDomain, parseEmailAddress, toAsciiDomain } from "./email-address";

const accepted: readonly (readonly [typed: string, stored: string])[] = [
  ["ada@example.org", "ada@example.org"],
  ["Ada.Rossi@Example.ORG", "ada.rossi@example.org"],
  ["  ada@example.org\t", "ada@example.org"],
  ["ada+csp@example.org", "ada+csp@example.org"],
  ["a@b.co", "a@b.co"],
  ["o'neill@example.ie", "o'neill@example.ie"],
  ["x_y-z@sub.example.co.uk", "x_y-z@sub.example.co.uk"],
  ["!#$%&'*+/=?^_`{|}~-@example.org", "!#$%&'*+/=?^_`{|}~-@example.org"],
  ["1234567890@example.org", "1234567890@example.org"],
  ["ada@1and1.de", "ada@1and1.de"],
  ["ada@ex--ample.org", "ada@ex--ample.org"],
  ["ada@bücher.example", "ada@xn--bcher-kva.example"],
  ["ada@bu\u0308cher.example", "ada@xn--bcher-kva.example"],
  ["ada@BÜCHER.example", "ada@xn--bcher-kva.example"],
  ["ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"],
  ["ada@例え.テスト", "ada@xn--r8jz45g.xn--zckzah"],
  ["ada@пример.рф", "ada@xn--e1afmkfd.xn--p1ai"],
  ["ada@società.example", "ada@xn--societ-nta.example"],
  ["ada@example.museum", "ada@example.museum"],
  ["ada@a.b.c.d.e.example", "ada@a.b.c.d.e.example"],
  ["--ada--@example.org", "--ada--@example.org"],
  ["ada@faß.de", "ada@xn--fa-hia.de"],
];

const refused: readonly (readonly [typed: string, code: string])[] = [
  ["", "email.required"],
  ["   ", "email.required"],
  ["ada", "email.format"],
  ["@example.org", "email.format"],
  ["ada@", "email.format"],
  ["ada@@example.org", "email.format"],
  ["ada@b@example.org", "email.format"],
  ["ada example@example.org", "email.format"],
  ["ada @example.org", "email.format"],
  ["ada@ example.org", "email.domain"],
  ["ada@exam ple.org", "email.domain"],
  [".ada@example.org", "email.format"],
  ["ada.@example.org", "email.format"],
  ["a..da@example.org", "email.format"],
  ['"ada"@example.org', "email.format"],
  ['"a@b"@example.org', "email.format"],
  ['"a b"@example.org', "email.format"],
  ["Ada Rossi <ada@example.org>", "email.format"],
  ["<ada@example.org>", "email.format"],
  ["ada@example.org (Ada)", "email.domain"],
  ["(x)ada@example.org", "email.format"],
  ["ada,bob@example.org", "email.format"],
  ["ada@example.org,bob@example.org", "email.format"],
  ["ada@example.org;bob@example.org", "email.format"],
  ["ada;@example.org", "email.format"],
  ["ada:b@example.org", "email.format"],
  ["a\\b@example.org", "email.format"],
  ["mailto:ada@example.org", "email.format"],
  ["ada@example", "email.domain"],
  ["ada@localhost", "email.domain"],
  ["ada@localhost.", "email.domain"],
  ["ada@example.org.", "email.domain"],
  ["ada@.example.org", "email.domain"],
  ["ada@example..org", "email.domain"],
  ["ada@-example.org", "email.domain"],
  ["ada@example-.org", "email.domain"],
  ["ada@exa_mple.org", "email.domain"],
  ["ada@127.0.0.1", "email.domain"],
  ["ada@[127.0.0.1]", "email.domain"],
  ["ada@[IPv6:::1]", "email.domain"],
  ["ada@::1", "email.domain"],
  ["ada@2130706433", "email.domain"],
  ["ada@0x7f.1", "email.domain"],
  ["ada@example.c", "email.domain"],
  ["ada@example.123", "email.domain"],
  ["ada@example.o1g", "email.domain"],
  ["ada@example.org:25", "email.domain"],
  ["ada@example.org/path", "email.domain"],
  ["ada@example.org?x=1", "email.domain"],
  ["ada@example.org#x", "email.domain"],
  ["ada@example%2eorg", "email.domain"],
  ["ada@ex\\ample.org", "email.domain"],
  ["ada＠example.org", "email.format"],
  ["ada﹫example.org", "email.format"],
  ["ada@example．org", "email.domain"],
  ["ada@example。org", "email.domain"],
  ["ada@ｅxample.org", "email.domain"],
  ["ada@ﬁrma.example", "email.domain"],
  ["ada@exa℀mple.org", "email.domain"],
  ["ada@example.org\u2024com", "email.domain"],
  ["ada@①.example", "email.domain"],
  ["ada@Ⓔxample.org", "email.domain"],
  ["àda@example.org", "email.format"],
  ["用户@example.org", "email.format"],
  ["ａda@example.org", "email.format"],
  ["ad\u0131@example.org", "email.format"],
  ["ada\r\nBcc: b@example.org", "text.control_character"],
  ["ada@example.org\r\nBcc: b@evil.example", "text.control_character"],
  ["ada\n@example.org", "text.control_character"],
  ["ada@exam\nple.org", "text.control_character"],
  ["ada\u0000@example.org", "text.control_character"],
  ["ada\t@example.org", "text.control_character"],
  ["ada@exa\u202Emple.org", "text.direction_control"],
  ["ada\ud800@example.org", "text.malformed"],
  ["ada@xn--.example", "email.domain"],
  ["ada@exam\u200bple.org", "email.domain"],
  ["ada\u00a0b@example.org", "email.format"],
  ["ada@💩.example", "email.domain"],
  ["=?utf-8?q?ada?=", "email.format"],
];

const atTheLimits: readonly (readonly [typed: string, code: string | null])[] = [
  [`${"a".repeat(64)}@example.org`, null],
  [`${"a".repeat(65)}@example.org`, "email.format"],
  [`ada@${"a".repeat(63)}.org`, null],
  [`ada@${"a".repeat(64)}.org`, "email.domain"],
  [`ada@${"a.".repeat(120)}example.org`, "email.too_long"],
  [`ada@${"a.".repeat(118)}example.org`, null],
  [`ada@${"ü".repeat(60)}.${"ü".repeat(60)}.${"ü".repeat(60)}.${"ü".repeat(60)}.org`, "email.domain"],
];

describe("an e-mail address", () => {
  test("is tried in at least a hundred forms", () => {
    expect(accepted.length + refused.length + atTheLimits.length).toBeGreaterThanOrEqual(100);
  });

  test.each(accepted)("%j is stored as %j", (typed, stored) => {
    const result = parseEmailAddress("email", typed);
    expect(result.ok && result.value.address).toBe(stored);
  });

  test.each(refused)("%j is refused with %s", (typed, code) => {
    expect(parseEmailAddress("email", typed)).toMatchObject({ ok: false, failure: { field: "email", code } });
  });

  test.each(atTheLimits)("the limits of RFC 5321 hold (case %#)", (typed, code) => {
    const result = parseEmailAddress("email", typed);
    expect(result.ok ? null : result.failure.code).toBe(code);
  });

  test("the Kelvin sign does not become the letter k", () => {
    expect(parseEmailAddress("email", "\u212Aim@example.org").ok).toBe(false);
    expect(parseEmailAddress("email", "ada@boo\u212A.example").ok).toBe(false);
  });

  test("whatever is accepted is short, ASCII, one line, has one @ and is stored unchanged the second time", () => {
    const piece = fc.string({ unit: "binary", maxLength: 12 });
    const typed = fc.oneof(
      piece,
      fc.tuple(piece, piece).map(([a, b]) => `${a}@${b}.org`),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(typed, (raw) => {
        const first = parseEmailAddress("email", raw);
        if (!first.ok) return;
        expect(first.value.address).toMatch(/^[\x21-\x7e]{3,254}$/);
        expect(first.value.address.split("@")).toEqual([first.value.localPart, first.value.domain]);
        expect(parseEmailAddress("email", first.value.address)).toEqual(first);
      }),
      { numRuns: 3000 },
    );
  });

  test("knows a domain and its subdomains from a name that merely ends alike", () => {
    expect(isWithinDomain("mail.contoso.example", "contoso.example")).toBe(true);
    expect(isWithinDomain("contoso.example", "contoso.example")).toBe(true);
    expect(isWithinDomain("notcontoso.example", "contoso.example")).toBe(false);
    expect(toAsciiDomain("contoso.example/")).toBeNull();
  });
});

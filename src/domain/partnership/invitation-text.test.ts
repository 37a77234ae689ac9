import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findLinkProblem,
  hideLink,
  invitationPathOf,
  parseInvitationText,
  restoreLink,
  showLink,
} from "./invitation-text";
import { invitationTextLengthMax } from "./model";

const token = "Zx81-yK_pQ0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const link = `https://portal.example${invitationPathOf(token)}`;

describe("the guard of the personal link", () => {
  test.each([
    ["alone", link],
    ["inside a sentence", `Open ${link}.`],
    ["in brackets", `Open it (${link}), please`],
    ["twice", `${link}\n\n${link}`],
    ["on a line of its own", `Dear partner,\n${link}\nBest regards`],
  ])("span 149: a text with the link %s may be sent", (_, text) => {
    expect(findLinkProblem(text, link)).toBeUndefined();
  });

  test.each([
    ["without a link", "Dear partner, let us work together.", "link_missing"],
    ["that is empty", "", "link_missing"],
    ["with the link cut off before its path", "Open https://portal.example/partnersh", "link_missing"],
    ["with the link cut in its token", `Open ${link.slice(0, -3)}`, "link_altered"],
    ["with letters added to the link", `Open ${link}abc`, "link_altered"],
    ["with a parameter added to the link", `Open ${link}&x=1`, "link_altered"],
    ["that leads elsewhere with the token", `Open https://elsewhere.example/?t=${token}`, "link_altered"],
    ["with the link in other letters", `Open ${link.toUpperCase()}`, "link_altered"],
    ["with an invisible character in the link", `Open ${link.replace("Zx81", "Zx\u200B81")}`, "link_altered"],
    ["with a foreign link beside the right one", `${link} ${link.replace("Zx", "Aa")}`, "link_altered"],
  ])("span 149: a text %s is not whole", (_, text, problem) => {
    expect(findLinkProblem(text, link)).toBe(problem);
  });

  test("span 149: restoring puts the link in the place of the altered one and leaves the rest alone", () => {
    const altered = `Dear partner,\n\nopen ${link.slice(0, -4)} soon.\n\nBest regards`;
    expect(restoreLink(altered, link)).toBe(`Dear partner,\n\nopen ${link} soon.\n\nBest regards`);
    expect(restoreLink("Dear partner", link)).toBe(`Dear partner\n\n${link}`);
    expect(restoreLink(`Open ${link}.`, link)).toBe(`Open ${link}.`);
  });

  test("span 149: whatever was done to a text, restoring makes it whole", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          link,
          `${link}x`,
          link.slice(0, -1),
          token,
          "/partnerships/accept",
          "\n",
          " ",
          "(",
          ").",
        ),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const restored = restoreLink(parts.join(""), link);
        expect(findLinkProblem(restored, link)).toBeUndefined();
        expect(restoreLink(restored, link)).toBe(restored);
      }),
    );
  });
});

describe("the stored text", () => {
  test("carries no token, and comes back as it was", () => {
    const text = `Dear partner,\n${link}\nor ${link}.`;
    const stored = hideLink(text, link);
    expect(stored).not.toContain(token);
    expect(showLink(stored, link)).toBe(text);
  });

  test("never carries a token, whatever text was accepted", () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom(link, token, ` ${link} `, "=", "/")));
    fc.assert(
      fc.property(pieces, (parts) => {
        const parsed = parseInvitationText(parts.join(""), link);
        fc.pre(parsed.ok);
        if (parsed.ok) expect(hideLink(parsed.value, link)).not.toContain(token);
      }),
    );
  });

  test("has one form for line breaks and letters", () => {
    const parsed = parseInvitationText(`Perche\u0301\r\n${link}\r\n`, link);
    expect(parsed).toEqual({ ok: true, value: `Perché\n${link}` });
  });

  test("is refused with characters that cannot be shown or that turn the reading direction", () => {
    expect(parseInvitationText(`a\u0000b ${link}`, link)).toMatchObject({ ok: false });
    expect(parseInvitationText(`a\u202Eb ${link}`, link)).toMatchObject({ ok: false });
  });

  test("is refused beyond 10,000 characters, counted as people count them", () => {
    const room = invitationTextLengthMax - [...`\n${link}`].length;
    expect(parseInvitationText(`${"😀".repeat(room)}\n${link}`, link).ok).toBe(true);
    expect(parseInvitationText(`${"a".repeat(room + 1)}\n${link}`, link)).toMatchObject({
      ok: false,
      failure: { code: "text.too_long", params: { max: invitationTextLengthMax } },
    });
  });
});

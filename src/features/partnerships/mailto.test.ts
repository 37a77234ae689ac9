import { describe, expect, test } from "vitest";
import { draftEmails } from "./draft-emails";
import { composeText } from "./draft-text";
import { mailtoOf } from "./mailto";

const link = `https://portal.example/partnerships/accept?invitation=${"x".repeat(43)}`;

describe("opening a draft in the mail program", () => {
  test("span 147: recipient, subject and text arrive whole, whatever they hold", () => {
    const draft = {
      recipient: "sales+eu@partner.example",
      subject: "Ciao & benvenuti? 100%",
      text: `Perché no?\n\n${link}#`,
      link,
    };
    const { href, shortened } = mailtoOf(draft);
    const url = new URL(href);
    expect(shortened).toBe(false);
    expect(decodeURIComponent(url.pathname)).toBe(draft.recipient);
    const fields = Object.fromEntries(
      url.search
        .slice(1)
        .split("&")
        .map((field) => field.split("=").map(decodeURIComponent)),
    );
    expect(fields).toEqual({ subject: draft.subject, body: draft.text.replaceAll("\n", "\r\n") });
  });

  test("nobody can be added to the recipients through the address", () => {
    const { href } = mailtoOf({ recipient: "a@b.example?bcc=c@d.example", subject: "s", text: link, link });
    expect(href.split("?")).toHaveLength(2);
    expect(href).not.toContain("bcc=");
  });

  test("beyond 2,000 characters only subject and link are handed over, and it says so", () => {
    const { href, shortened } = mailtoOf({ recipient: "", subject: "s", text: "ü".repeat(500) + link, link });
    expect(shortened).toBe(true);
    expect(href.length).toBeLessThan(500);
    expect(decodeURIComponent(href)).toContain(link);
  });

  test.each(["en", "it"] as const)(
    "the standard draft in %s fits whole, also with long names",
    (language) => {
      const drafts = draftEmails({
        provider: "Distribuzione Cloud Adriatica S.p.A.",
        country: "Italia",
        partnerId: "1234567890",
        sender: "Maria Antonietta Bianchi",
        senderEmail: "maria.bianchi@distribuzione.example",
        link,
      });
      const text = composeText(drafts[language].template, "20 Feb 2027");
      expect(text).toContain(link);
      expect(text).toContain("20 Feb 2027");
      const { shortened } = mailtoOf({
        recipient: "info@rivenditore.example",
        subject: drafts[language].subject,
        text,
        link,
      });
      expect(shortened).toBe(false);
    },
  );
});

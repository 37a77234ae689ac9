import { describe, expect, test } from "vitest";
import { renderMail } from "./render-mail";

const identity = { origin: "https://portal.example", productName: "Twotier" };

function hrefs(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
}

describe("a rendered mail", () => {
  test("says the same in text and in HTML, in its language", () => {
    const { text, html } = renderMail(
      {
        subject: "Ciao",
        text: "Primo.\nRiga.\n\nSecondo.",
        language: "it",
        link: { path: "/provider", label: "Apri" },
      },
      identity,
    );
    expect(text).toMatch(
      /^Primo\.\nRiga\.\n\nSecondo\.\n\nApri:\nhttps:\/\/portal\.example\/provider\n\n-- \n.*Twotier.*portal\.example/,
    );
    expect(html).toContain('<html lang="it"');
    expect(html).toContain("<p>Primo.<br>\nRiga.</p>");
    expect(hrefs(html)).toEqual(["https://portal.example/provider"]);
  });

  test("says where an answer goes", () => {
    const content = { subject: "s", text: "t", language: "en" } as const;
    expect(renderMail(content, identity).text).toContain("Answers to this address are not read.");
    const answered = renderMail({ ...content, replyTo: "agent@brenta.example" }, identity);
    expect(answered.text).toContain("Your answer goes to agent@brenta.example.");
    expect(answered.text).not.toContain("not read");
  });

  test("links to the portal alone, whatever a company calls itself (S15)", () => {
    const text = [
      "https://evil.example/ javascript:alert(1) www.evil.example",
      "https://portal.example.evil.example/x https://portal.example@evil.example/x https://portal.example:8443/x",
      "https://portal.example/partnerships/accept?invitation=abc_-1.",
    ].join("\n\n");
    const { html } = renderMail({ subject: "s", text, language: "en" }, identity);
    expect(hrefs(html)).toEqual(["https://portal.example/partnerships/accept?invitation=abc_-1"]);
  });

  test("lets no markup through from any part", () => {
    const hostile = "<img src=x onerror=alert(1)>\"'&";
    const { html } = renderMail(
      { subject: hostile, text: hostile, language: "en", link: { path: "/", label: hostile } },
      { ...identity, productName: hostile },
    );
    expect(html).not.toContain("<img");
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)?.length).toBe(6);
  });

  test("fetches nothing from anywhere", () => {
    const { html } = renderMail({ subject: "s", text: "t", language: "en" }, identity);
    expect(html).not.toMatch(/src=|url\(|@import|<link/);
  });
});

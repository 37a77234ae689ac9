import { describe, expect, test } from "vitest";
import { composeMail, type MailContent, mailContentSchema } from "./mail";

const seal = (text: string) => Buffer.from(text);

function compose(content: Partial<MailContent> = {}, recipient = "ada@contoso.example") {
  const whole: MailContent = { subject: "Hello", text: "First.\n\nSecond.", language: "en", ...content };
  return composeMail({ subjectKind: "test", subjectId: "1", recipient, content: whole }, seal);
}

function codeOf(content: Partial<MailContent>, recipient?: string): string | undefined {
  const mail = compose(content, recipient);
  return mail.ok ? undefined : `${mail.failure.field} ${mail.failure.code}`;
}

describe("a composed mail", () => {
  test("goes to the one address in its stored form, with what it says sealed", () => {
    const mail = compose({ fromName: " Brenta  S.p.A. " }, "Ada@CONTOSO.example ");
    expect(mail.ok && mail.value.recipient).toBe("ada@contoso.example");
    const content = mail.ok && mailContentSchema.parse(JSON.parse(mail.value.sealedContent.toString()));
    expect(content).toEqual({
      subject: "Hello",
      text: "First.\n\nSecond.",
      language: "en",
      fromName: "Brenta S.p.A.",
    });
  });

  test.each([
    ["a subject", { subject: "Hi\r\nBcc: all@evil.example" }, "subject text.control_character"],
    ["a bare line feed in a subject", { subject: "Hi\nX" }, "subject text.control_character"],
    ["a sender's name", { fromName: "Brenta\r\nBcc: x@y.example" }, "fromName text.control_character"],
    ["an answer's address", { replyTo: "a@b.example\r\nBcc: x@y.example" }, "replyTo text.control_character"],
    ["the label of a link", { link: { path: "/", label: "Open\r\nBcc" } }, "link text.control_character"],
  ])("refuses line breaks in %s, so that no header can be added", (_, content, code) => {
    expect(codeOf(content)).toBe(code);
  });

  test.each([
    "a@b.example\r\nBcc: x@y.example",
    "a@b.example, x@y.example",
    "Ada <a@b.example>",
    "a@b@c.example",
    "",
    "a@[127.0.0.1]",
  ])("refuses the recipient %j: one address, nothing around it", (recipient) => {
    expect(codeOf({}, recipient)).toMatch(/^recipient /);
  });

  test.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "javascript:alert(1)",
    "provider",
    "/a b",
    "/\t/evil.example",
  ])("refuses a link to %j: a path of the portal only", (path) => {
    expect(codeOf({ link: { path, label: "Open" } })).toBe("link mail.link");
  });

  test("refuses a text that is empty, too long or carries what cannot be shown", () => {
    expect(codeOf({ text: " \n " })).toBe("text text.required");
    expect(codeOf({ text: "a\u0000b" })).toBe("text text.control_character");
    expect(codeOf({ text: "a\u202eb" })).toBe("text text.control_character");
    expect(codeOf({ text: "x".repeat(20_001) })).toBe("text text.too_long");
  });

  test("brings every kind of line break into one form", () => {
    const mail = compose({ text: "a\r\nb\rc\n" });
    expect(mail.ok && JSON.parse(mail.value.sealedContent.toString()).text).toBe("a\nb\nc");
  });

  test("is not read back when somebody sealed a header with a line break", () => {
    expect(mailContentSchema.safeParse({ subject: "a\r\nBcc: b", text: "t", language: "en" }).success).toBe(
      false,
    );
  });
});

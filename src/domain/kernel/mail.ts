import { z } from "zod";
import type { QueuedMail } from "#/db/scoped-tx";
import type { Services } from "../operation";
import { parseEmailAddress } from "./email-address";
import type { FieldProblem } from "./field-problem";
import { newId } from "./ids";
import { failed, ok, type Result } from "./result";
import { codePointLength, parseLine } from "./text";

const subjectLimits = { min: 1, max: 200 };
const nameLimits = { min: 0, max: 200 };
const labelLimits = { min: 1, max: 100 };

/** The longest text of a mail, in code points (S-05). */
export const mailTextLengthMax = 20_000;

/** Whatever becomes a header of a mail carries no line break and no other control character. */
const headerText = z.string().regex(/^\P{Control}*$/u);

/** What a mail says. Paragraphs of the text are parted by an empty line. */
export const mailContentSchema = z.strictObject({
  subject: headerText,
  text: z.string(),
  language: z.enum(["en", "it"]).default("en"),
  /** On whose behalf the portal writes; shown beside the portal's own name. */
  fromName: headerText.optional(),
  /** Where an answer goes, when not to the portal's own address, which nobody reads. */
  replyTo: headerText.optional(),
  /** A page of the portal: the path only, the host is always the portal's own. */
  link: z.strictObject({ path: z.string(), label: z.string() }).optional(),
});
export type MailContent = Readonly<z.infer<typeof mailContentSchema>>;

/** A mail to compose: to one address, about one thing, so that its delivery can be shown there. */
export type MailDraft = {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly recipient: string;
  readonly content: MailContent;
};

/** Controls other than line breaks and tabs, and marks that turn the reading direction of what stands after them. */
const forbiddenInText = /[^\P{Control}\n\t]|\p{Surrogate}|[\u202A-\u202E\u2066-\u2069]/u;

function parseText(raw: string): Result<string, FieldProblem> {
  const text = raw.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  if (text === "") return failed({ field: "text", code: "text.required" });
  if (forbiddenInText.test(text)) return failed({ field: "text", code: "text.control_character" });
  if (codePointLength(text) > mailTextLengthMax)
    return failed({ field: "text", code: "text.too_long", params: { max: mailTextLengthMax } });
  return ok(text);
}

function isPathOfThePortal(path: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes("\\");
}

/**
 * Makes a mail ready to be queued: one checked address, no line break in anything that becomes a header, links only to
 * the portal's own pages, the content sealed until it is sent. Gives the first problem of `recipient`, `subject`, `text`,
 * `fromName`, `replyTo` or `link` instead; the codes are those of the field's parser, and `mail.link` for a link to elsewhere.
 */
export function composeMail(draft: MailDraft, seal: Services["seal"]): Result<QueuedMail, FieldProblem> {
  const { content } = draft;
  const recipient = parseEmailAddress("recipient", draft.recipient);
  if (!recipient.ok) return recipient;
  const subject = parseLine("subject", content.subject, subjectLimits);
  if (!subject.ok) return subject;
  const text = parseText(content.text);
  if (!text.ok) return text;
  const fromName = parseLine("fromName", content.fromName ?? "", nameLimits);
  if (!fromName.ok) return fromName;
  const replyTo = content.replyTo === undefined ? undefined : parseEmailAddress("replyTo", content.replyTo);
  if (replyTo && !replyTo.ok) return replyTo;
  const label = content.link ? parseLine("link", content.link.label, labelLimits) : ok("");
  if (!label.ok) return label;
  if (content.link && !isPathOfThePortal(content.link.path))
    return failed({ field: "link", code: "mail.link" });
  const checked: MailContent = {
    subject: subject.value,
    text: text.value,
    language: content.language,
    ...(fromName.value !== "" && { fromName: fromName.value }),
    ...(replyTo && { replyTo: replyTo.value.address }),
    ...(content.link && { link: { path: content.link.path, label: label.value } }),
  };
  return ok({
    id: newId(),
    subjectKind: draft.subjectKind,
    subjectId: draft.subjectId,
    recipient: recipient.value.address,
    sealedContent: seal(JSON.stringify(checked)),
  });
}

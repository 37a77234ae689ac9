import type { FieldProblem } from "../kernel/field-problem";
import { failed, ok, type Result } from "../kernel/result";
import { codePointLength, findForbiddenCharacter } from "../kernel/text";
import { invitationTextLengthMax } from "./model";

const invitationPath = "/partnerships/accept";
/** Stands for the personal link in a stored text, so that no stored text carries a token (decision 9). */
const linkMark = "⟦personal link⟧";

/** The path of an invitation's page; only the token in it opens the invitation. */
export function invitationPathOf(token: string): string {
  return `${invitationPath}?invitation=${token}`;
}

/** What is wrong with the personal link in an edited text (span 149). */
export type LinkProblem = "link_missing" | "link_altered";

/** Brackets, quotes and marks of a sentence may touch a link without becoming part of it. */
const before = /^[("'<[«“‘]+/u;
const after = /[)"'>\]»”’.,;:!?…]+$/u;

function bare(word: string): string {
  return word.replace(before, "").replace(after, "");
}

function linkWords(text: string, link: string): readonly string[] {
  const token = link.slice(link.indexOf("=") + 1);
  const marks = [invitationPath, token.toLowerCase()];
  return text.split(/\s+/u).filter((word) => marks.some((mark) => word.toLowerCase().includes(mark)));
}

/**
 * Whether the personal link stands in a text, unaltered: every word that looks like an invitation's link must be exactly
 * this one. Nothing when all is well.
 */
export function findLinkProblem(text: string, link: string): LinkProblem | undefined {
  const words = linkWords(text, link);
  if (words.length === 0) return "link_missing";
  return words.every((word) => bare(word) === link) ? undefined : "link_altered";
}

/**
 * Puts the personal link back: in the place of the first altered one, the other altered ones go; where none is left it is
 * added at the end. The rest of the text stays as it is.
 */
export function restoreLink(text: string, link: string): string {
  const altered = new Set(linkWords(text, link).filter((word) => bare(word) !== link));
  const isWhole = linkWords(text, link).length > altered.size;
  let restored = isWhole;
  const mended = text
    .split(/(\s+)/u)
    .map((word) => {
      if (!altered.has(word)) return word;
      const replacement = restored ? "" : link;
      restored = true;
      return replacement;
    })
    .join("");
  if (restored) return mended;
  return mended.trim() === "" ? link : `${mended.trimEnd()}\n\n${link}`;
}

/** The text as stored: without the token. */
export function hideLink(text: string, link: string): string {
  return text.replaceAll(link, linkMark);
}

/** The text as shown and sent: with the link. */
export function showLink(stored: string, link: string): string {
  return stored.replaceAll(linkMark, link);
}

/**
 * Brings an edited text into its stored form: Unicode NFC, line feeds only, no characters that cannot be shown, at most
 * 10,000 code points, the personal link whole. An empty text is fine when it may be: then nothing can be sent.
 */
export function parseInvitationText(raw: string, link: string): Result<string, FieldProblem> {
  const field = "text";
  const text = raw.replace(/\r\n?/g, "\n").trim();
  const forbidden = findForbiddenCharacter(text.replace(/[\n\t]/g, " "));
  if (forbidden !== null) return failed({ field, code: forbidden });
  const normal = text.normalize("NFC");
  const length = codePointLength(normal);
  const max = invitationTextLengthMax;
  if (length > max) return failed({ field, code: "text.too_long", params: { max, length } });
  const problem = findLinkProblem(normal, link);
  return problem ? failed({ field, code: `partnership.${problem}` }) : ok(normal);
}

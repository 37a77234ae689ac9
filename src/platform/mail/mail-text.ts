import type { MailContent } from "#/domain/kernel/mail";
import { lookUp } from "../i18n/look-up";
import type { Locale } from "../i18n/messages";

/**
 * The subject, text and label of the link of a mail the portal writes itself, from `mails.<code>`. Throws when the
 * language has no such text; a test demands it in every language.
 */
export function mailText(
  language: Locale,
  code: string,
  params: Readonly<Record<string, string | number>>,
  path?: string,
): MailContent {
  const read = (part: string): string => {
    const text = lookUp(language, "mails", `${code}.${part}`, params);
    if (text === undefined) throw new Error(`mails.${code}.${part} has no text in ${language}`);
    return text;
  };
  return {
    subject: read("subject"),
    text: read("text"),
    language,
    ...(path !== undefined && { link: { path, label: read("link") } }),
  };
}

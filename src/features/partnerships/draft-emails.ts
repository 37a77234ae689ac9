import { createTranslator } from "next-intl";
import { type InvitationLanguage, invitationLanguages } from "#/domain/partnership/model";
import { messagesOf } from "#/platform/i18n/messages";
import { expiryMark } from "./draft-text";

/** Who writes, and the personal link. */
export type DraftFacts = {
  readonly provider: string;
  readonly country: string;
  readonly partnerId: string;
  readonly sender: string;
  readonly senderEmail: string;
  readonly link: string;
};

/** The standard e-mail in one language; its template still lacks the day of expiry. */
export type DraftEmail = { readonly subject: string; readonly template: string };

/**
 * The standard e-mail of an invitation in every language it is offered in: who invites, what accepting means, what must be
 * in order before, the link, until when it works, and whom to ask (S-05).
 */
export function draftEmails(facts: DraftFacts): Readonly<Record<InvitationLanguage, DraftEmail>> {
  const write = (language: InvitationLanguage): DraftEmail => {
    const t = createTranslator({
      locale: language,
      messages: messagesOf[language],
      namespace: "partnerships.draft",
    });
    return {
      subject: t("subject", { provider: facts.provider }),
      template: t("text", { ...facts, expiry: expiryMark }),
    };
  };
  const [en, it] = invitationLanguages;
  return { en: write(en), it: write(it) };
}

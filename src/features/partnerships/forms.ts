import type { DraftInput } from "#/domain/partnership/invitation-draft";
import type { InvitationLanguage } from "#/domain/partnership/model";
import { textOf } from "#/platform/next/form-values";

type Values = Readonly<Record<string, string | readonly string[]>>;

/** The language a form asks for; anything else is left for the operation's own schema to refuse. */
export function languageOf(values: Values): InvitationLanguage {
  return textOf(values, "language") as InvitationLanguage;
}

/** The fields every button of an invitation's page sends; the operation's own schema judges them. */
export function draftInput(values: Values): DraftInput {
  const expiry = textOf(values, "expiryDays");
  return {
    invitationId: textOf(values, "invitationId"),
    version: Number(textOf(values, "version")),
    recipient: textOf(values, "recipient"),
    text: textOf(values, "text"),
    language: languageOf(values),
    expiryDays: (expiry === "keep" ? expiry : Number(expiry)) as DraftInput["expiryDays"],
    reusable: textOf(values, "reusable") !== "false",
  };
}

/** Which button gave the link away: **Open in email** or **Copy to clipboard**. */
export function viaOf(values: Values): "email" | "copy" {
  return textOf(values, "intent") === "email" ? "email" : "copy";
}

import type { UserActor } from "#/domain/authorisation/actor";
import { createInvitation } from "#/domain/partnership/operations/create-invitation";
import { readInvitation } from "#/domain/partnership/queries/read-invitation";
import { queryAs, runAs, valueIn } from "../../support/run";

type DraftOptions = {
  readonly language?: "en" | "it";
  readonly expiryDays?: 7 | 30 | 90 | 180;
  readonly reusable?: boolean;
};

/** A drafted invitation by its own operations, and what its page sends with each button. */
export async function aDraft(sender: UserActor, options: DraftOptions = {}) {
  const { invitationId } = valueIn(await runAs(sender, createInvitation, { language: "en", ...options }));
  const page = valueIn(await queryAs(sender, readInvitation, { invitationId }));
  const link = page.link ?? "";
  return {
    invitationId,
    link,
    token: link.slice(link.indexOf("=") + 1),
    form: {
      invitationId,
      version: page.invitation.version,
      recipient: "",
      text: `Dear partner,\n\nopen ${link} please.`,
      language: options.language ?? "en",
      expiryDays: "keep",
      reusable: options.reusable ?? true,
    },
  } as const;
}

/** The input of an acceptance, as the page sends it. */
export function consentTo(token: string) {
  return { token, consent: true, consentTextVersion: 1 } as const;
}

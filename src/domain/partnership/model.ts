/**
 * A provider's person drafts an invitation; its link works from that moment, since it can be copied by hand. Sharing it
 * (sending, opening in a mail program, copying, Done) makes it sent, a look at its page makes it opened. A reseller's
 * global admin accepts or declines. A single-use invitation ends with that; a reusable one goes back to sent and counts
 * its acceptances. Until it has ended its provider can revoke it, and it expires by itself.
 *
 * An acceptance makes a partnership, active until the provider removes it. Removing changes nothing but the partnership
 * itself; a new acceptance makes a new one (machine 5.1, R28-R38). Whether a reseller is eligible is no part of this: see
 * `reseller-standing.ts`.
 */
export const invitationStatuses = [
  "draft",
  "sent",
  "opened",
  "accepted",
  "declined",
  "expired",
  "revoked",
] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** What can happen to an invitation. */
export const invitationEvents = ["share", "open", "accept", "decline", "expire", "revoke"] as const;
export type InvitationEvent = (typeof invitationEvents)[number];

const fromOpen = {
  open: "opened",
  accept: "accepted",
  decline: "declined",
  expire: "expired",
  revoke: "revoked",
} as const;

/** Which event leads where; an event that is missing cannot happen in that status. */
export const invitationTransitions: Readonly<
  Record<InvitationStatus, Readonly<Partial<Record<InvitationEvent, InvitationStatus>>>>
> = {
  draft: { ...fromOpen, share: "sent" },
  sent: { ...fromOpen, share: "sent" },
  opened: { ...fromOpen, share: "opened" },
  accepted: {},
  declined: {},
  expired: {},
  revoked: {},
};

/**
 * The status after an event, or nothing when it cannot happen. Reusable invitations outlive an acceptance (back to sent)
 * and a decline (as they were).
 */
export function statusAfter(
  status: InvitationStatus,
  event: InvitationEvent,
  reusable: boolean,
): InvitationStatus | undefined {
  const next = invitationTransitions[status][event];
  if (next === undefined || !reusable) return next;
  if (event === "accept") return "sent";
  return event === "decline" ? status : next;
}

/** The status as it counts now: the database's time decides what has expired, not a job that may be late. */
export function statusAt(
  { status, expiresAt }: { readonly status: InvitationStatus; readonly expiresAt: Date },
  now: Date,
): InvitationStatus {
  return isOpen(status) && expiresAt <= now ? "expired" : status;
}

/** Whether an invitation in this status can still be accepted, changed and revoked. */
export function isOpen(status: InvitationStatus): boolean {
  return invitationTransitions[status].accept !== undefined;
}

/** The two states of a partnership; a removed one stays as it is. */
export const partnershipTransitions = { active: { remove: "removed" }, removed: {} } as const;
export type PartnershipState = keyof typeof partnershipTransitions;

/** Languages a draft e-mail is offered in. */
export const invitationLanguages = ["en", "it"] as const;
export type InvitationLanguage = (typeof invitationLanguages)[number];

/** How many days after its making an invitation expires, to choose from; 90 unless chosen otherwise. */
export const expiryDaysOptions = [7, 30, 90, 180] as const;
/** Days an invitation is valid for unless its sender chooses otherwise. */
export const defaultExpiryDays = 90;

/** The longest text of an invitation, in Unicode code points (S-05). */
export const invitationTextLengthMax = 10_000;

/** How many invitations the portal sends: for one provider in an hour, and to one address for one provider in a day (S10). */
export const sendLimits = { perHour: 50, perDayAndAddress: 3 } as const;

/** The version of the text a reseller agrees to; kept with the partnership. */
export const consentTextVersion = 1;

/** The version of the points acknowledged when a partnership is removed; kept with the partnership (R34). */
export const removalTextVersion = 1;

/** Removing asks for the reseller's name to be typed when more subscriptions than this name it (S-08). */
export const typeToConfirmAbove = 25;

import type { FailureParams } from "../kernel/failure";

/**
 * Why an invitation cannot be accepted (S-06): the status of each case and, where the real platform has one, its number
 * (Appendix B). `blind` cases say nothing of the provider, because the link is not valid (any more).
 */
export const acceptanceRefusals = {
  invitation_revoked: { status: 410, blind: true },
  invitation_used: { status: 410, blind: true },
  invitation_declined: { status: 410, blind: true },
  invitation_expired: { status: 410, blind: true },
  own_organisation: { status: 409 },
  not_a_reseller: { status: 403 },
  not_global_admin: { status: 403 },
  not_enrolled: { status: 400, number: "2204 / 900154" },
  vetting_pending: { status: 403 },
  vetting_rejected: { status: 403 },
  reseller_suspended: { status: 403 },
  agreement_not_signed: { status: 403, number: "2203 / 900123" },
  partner_id_missing: { status: 400, number: "2200 / 800015" },
  partner_id_global: { status: 400, number: "2200 / 800016" },
  other_region: { status: 400, number: "2201" },
  already_partners: { status: 409 },
  customer_of_provider: { status: 409 },
  provider_suspended: { status: 409 },
} as const satisfies Record<
  string,
  { readonly status: number; readonly number?: string; readonly blind?: boolean }
>;

export type AcceptanceRefusalCode = keyof typeof acceptanceRefusals;

/** One refusal with what its text is filled with. */
export type AcceptanceRefusal = { readonly code: AcceptanceRefusalCode; readonly params: FailureParams };

/** Whether the refusal must not name the provider. */
export function isBlind(code: AcceptanceRefusalCode): boolean {
  return "blind" in acceptanceRefusals[code];
}

/** The code of a refusal as failures and the sender's list carry it. */
export function failureCodeOf(code: AcceptanceRefusalCode): `partnership.${AcceptanceRefusalCode}` {
  return `partnership.${code}`;
}

/** The code of a refused acceptance among the codes kept with an invitation; nothing for one no longer known. */
export function refusalCodeFrom(stored: string): AcceptanceRefusalCode | "declined" | undefined {
  if (stored === "declined") return stored;
  return Object.keys(acceptanceRefusals).find((code): code is AcceptanceRefusalCode => code === stored);
}

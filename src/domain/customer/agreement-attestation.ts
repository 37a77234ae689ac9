import { z } from "zod";
import { parsePhone } from "#/domain/geography/phone";
import type { CalendarDate } from "#/domain/kernel/calendar-date";
import { calendarDateAt, parseCalendarDate } from "#/domain/kernel/calendar-date";
import { combine } from "#/domain/kernel/combine";
import { parseEmailAddress } from "#/domain/kernel/email-address";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { parsePersonName } from "./person-name";

const rawText = z.string().max(500);

/**
 * What a provider's user states when attesting that a customer accepted the Customer Agreement: the tick, the day, and
 * who signed for the customer. Shape only; {@link parseAttestation} judges the content.
 */
export const attestationInput = z.strictObject({
  isAttested: z.boolean(),
  acceptedOn: rawText,
  signatoryFirstName: rawText,
  signatoryLastName: rawText,
  signatoryEmail: rawText,
  signatoryPhone: rawText.optional(),
});

/** The attestation as typed. */
export type AttestationInput = z.output<typeof attestationInput>;

/** An attested acceptance of the Customer Agreement (spec 1.2, AgreementAcceptance). */
export type Attestation = {
  readonly acceptedOn: CalendarDate;
  readonly signatoryFirstName: string;
  readonly signatoryLastName: string;
  readonly signatoryEmail: string;
  readonly signatoryPhone: string | null;
};

/** Where and when an attestation is made. */
export type AttestationContext = {
  readonly now: Date;
  /** IANA zone of the provider, whose calendar decides what day it is. */
  readonly providerTimeZone: string;
  /** The customer's country, for phone numbers written nationally. */
  readonly country: string;
};

/**
 * Judges an attestation (R50, R51): the tick is required (`agreement.not_attested`), the day of acceptance must exist
 * (`agreement.accepted_on.format`) and never lie in the future by the provider's calendar
 * (`agreement.accepted_on.future` with `today`), and the signatory is required with name and e-mail. All problems come
 * back at once, each field with the given prefix.
 */
export function parseAttestation(
  input: AttestationInput,
  context: AttestationContext,
  prefix = "",
): Result<Attestation, readonly FieldProblem[]> {
  const { isAttested, signatoryFirstName, signatoryLastName, signatoryEmail, signatoryPhone } = input;
  const email = parseEmailAddress(`${prefix}signatoryEmail`, signatoryEmail);
  const tick = isAttested
    ? ok(true)
    : failed({ field: `${prefix}isAttested`, code: "agreement.not_attested" });
  const checked = combine({
    tick,
    acceptedOn: parseAcceptedOn(`${prefix}acceptedOn`, input.acceptedOn, context),
    signatoryFirstName: parsePersonName(`${prefix}signatoryFirstName`, signatoryFirstName),
    signatoryLastName: parsePersonName(`${prefix}signatoryLastName`, signatoryLastName),
    signatoryEmail: email.ok ? ok(email.value.address) : email,
    signatoryPhone: parseOptionalPhone(`${prefix}signatoryPhone`, signatoryPhone ?? "", context.country),
  });
  if (!checked.ok) return checked;
  const { tick: _, ...attestation } = checked.value;
  return ok(attestation);
}

function parseAcceptedOn(
  field: string,
  raw: string,
  { now, providerTimeZone }: AttestationContext,
): Result<CalendarDate, FieldProblem> {
  if (raw.trim() === "") return failed({ field, code: "agreement.accepted_on.required" });
  const date = parseCalendarDate(raw.trim());
  if (date === null) return failed({ field, code: "agreement.accepted_on.format" });
  const today = calendarDateAt(now, providerTimeZone);
  return date > today ? failed({ field, code: "agreement.accepted_on.future", params: { today } }) : ok(date);
}

/** A phone number that may be left out. */
export function parseOptionalPhone(
  field: string,
  raw: string,
  country: string,
): Result<string | null, FieldProblem> {
  return raw.trim() === "" ? ok(null) : parsePhone(field, raw, country);
}

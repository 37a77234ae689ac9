import type { Address } from "#/domain/geography/address";
import { listAddressWarnings, parseAddress } from "#/domain/geography/address";
import type { Market } from "#/domain/geography/markets";
import {
  areInSameRegion,
  findMarket,
  supportedCultures,
  supportedLanguages,
} from "#/domain/geography/markets";
import { parseRegistrationId } from "#/domain/geography/registration-id";
import type { Part } from "#/domain/kernel/combine";
import { combine } from "#/domain/kernel/combine";
import type { Currency } from "#/domain/kernel/currency";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { parseLine } from "#/domain/kernel/text";
import type { AccountInfoInput, Qualification } from "./account-info-input";
import type { Attestation } from "./agreement-attestation";
import { parseAttestation, parseOptionalPhone } from "./agreement-attestation";
import { parseCompanyName } from "./company-name";
import type { BarredDomains } from "./contact-email";
import { parseContactEmail } from "./contact-email";
import type { CustomerDomain } from "./domain-prefix";
import { parseDomainPrefix } from "./domain-prefix";
import { parseOptionalPersonName, parsePersonName } from "./person-name";

/** What the form is judged against: the provider that creates the customer, the installation, and the time. */
export type AccountInfoContext = {
  readonly now: Date;
  readonly providerCountry: string;
  /** IANA zone; decides what day it is for the acceptance date (R50). */
  readonly providerTimeZone: string;
  readonly barredDomains: BarredDomains;
  /** Suffix of the domains of new customers, without a leading dot. */
  readonly domainSuffix: string;
};

/** The person the vendor and the partner write to. */
export type CustomerContact = {
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string | null;
};

/** How the Customer Agreement comes to be accepted: attested now, or left to the customer (then no order yet, R50). */
export type AgreementChoice = ({ readonly method: "attested" } & Attestation) | { readonly method: "direct" };

/** A new customer's account info, valid and in its stored form. */
export type AccountInfo = {
  readonly companyName: string;
  readonly domain: CustomerDomain;
  readonly address: Address;
  /** Follows from the country (Appendix E). */
  readonly currency: Currency;
  readonly registrationId: string | null;
  readonly contact: CustomerContact;
  readonly language: string;
  readonly culture: string;
  readonly qualification: Qualification;
  readonly qualificationCode: string | null;
  readonly resellerId: string | null;
  readonly agreement: AgreementChoice;
  readonly tags: readonly string[];
  readonly createsAdminRelationship: boolean;
  /** What the user should look at again but may keep (R61). */
  readonly warnings: readonly FieldProblem[];
};

/**
 * Judges the **Account info** step (S-10) by the country's rules, R20 (`address.country.other_region`), R50–R51 and
 * R60–R64, all fields at once: the normalised value with warnings, or every problem with its field. Whether the domain
 * is free and the reseller is a partner (R40, R42) is not known here.
 */
export function parseAccountInfo(
  input: AccountInfoInput,
  context: AccountInfoContext,
): Result<AccountInfo, readonly FieldProblem[]> {
  const market = findMarket(input.address.country);
  const name = parseCompanyName("companyName", input.companyName);
  const address = parseCustomerAddress(input, context);
  const warnings = [
    ...(name.ok ? name.value.warnings : []),
    ...(address.ok ? listAddressWarnings(address.value, "address.") : []),
  ];
  return combine<AccountInfo>({
    companyName: name.ok ? ok(name.value.name) : name,
    domain: parseDomainPrefix("domainPrefix", input.domainPrefix, context.domainSuffix),
    address,
    // An unknown country is already told by the address; everything that hangs on it then stays unjudged.
    currency: market === undefined ? failed([]) : ok(market.currency),
    registrationId: market === undefined ? ok(null) : parseRegistration(input, market),
    contact: parseContact(input, context, market),
    language: parseChoice("language", input.language, supportedLanguages),
    culture: parseChoice("culture", input.culture, supportedCultures),
    qualification: parseQualification(input.qualification),
    qualificationCode: parseQualificationCode(input),
    resellerId: ok(input.resellerId),
    agreement: parseAgreement(input, context),
    tags: parseTags(input.tags),
    createsAdminRelationship: ok(input.createsAdminRelationship),
    warnings: ok(warnings),
  });
}

function parseCustomerAddress(input: AccountInfoInput, context: AccountInfoContext): Part<Address> {
  const address = parseAddress(input.address, "address.");
  if (!address.ok || areInSameRegion(address.value.country, context.providerCountry)) return address;
  return failed({ field: "address.country", code: "address.country.other_region" });
}

function parseRegistration(input: AccountInfoInput, market: Market): Part<string | null> {
  return parseRegistrationId("registrationId", input.registrationId ?? "", market);
}

function parseContact(
  { contact }: AccountInfoInput,
  { barredDomains }: AccountInfoContext,
  market: Market | undefined,
): Part<CustomerContact> {
  const email = parseContactEmail("contact.email", contact.email, barredDomains);
  return combine<CustomerContact>({
    firstName: parsePersonName("contact.firstName", contact.firstName),
    middleName: parseOptionalPersonName("contact.middleName", contact.middleName ?? ""),
    lastName: parsePersonName("contact.lastName", contact.lastName),
    email: email.ok ? ok(email.value.address) : email,
    phone: market === undefined ? ok(null) : parseContactPhone(contact.phone ?? "", market),
  });
}

/** Mandatory with the registration number, in the same 24 countries (R64, 600051). */
function parseContactPhone(raw: string, market: Market): Part<string | null> {
  if (raw.trim() === "" && market.isRegistrationRequired) {
    return failed({ field: "contact.phone", code: "phone.required", params: { number: 600051 } });
  }
  return parseOptionalPhone("contact.phone", raw, market.iso2);
}

function parseChoice(field: string, chosen: string, choices: readonly string[]): Part<string> {
  return choices.includes(chosen) ? ok(chosen) : failed({ field, code: `${field}.unsupported` });
}

/** Nonprofit status is given by the vendor after its own review and can only be shown (S-10). */
function parseQualification(qualification: Qualification): Part<Qualification> {
  if (qualification !== "nonprofit") return ok(qualification);
  return failed({ field: "qualification", code: "qualification.read_only" });
}

function parseQualificationCode(input: AccountInfoInput): Part<string | null> {
  const field = "qualificationCode";
  const raw = input.qualificationCode ?? "";
  if (input.qualification === "government") return parseLine(field, raw, { min: 1, max: 50 });
  return raw.trim() === "" ? ok(null) : failed({ field, code: "qualification.code_without_government" });
}

function parseAgreement(input: AccountInfoInput, context: AccountInfoContext): Part<AgreementChoice> {
  if (input.agreement.method === "direct") return ok({ method: "direct" });
  const attestation = parseAttestation(
    input.agreement,
    { ...context, country: input.address.country },
    "agreement.",
  );
  return attestation.ok ? ok({ method: "attested", ...attestation.value }) : attestation;
}

/** At most 150 tags of 1–50 characters (R65); blank ones are dropped, repeated ones kept once. */
function parseTags(raw: readonly string[]): Part<readonly string[]> {
  const results = raw
    .map((tag, index) => parseLine(`tags.${index}`, tag, { min: 0, max: 50 }))
    .filter((result) => !result.ok || result.value !== "");
  const problems = results.flatMap((result) => (result.ok ? [] : [result.failure]));
  if (problems.length > 0) return failed(problems);
  return ok([...new Set(results.flatMap((result) => (result.ok ? [result.value] : [])))]);
}

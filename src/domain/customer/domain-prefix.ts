import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { codePointLength } from "#/domain/kernel/text";

/** A customer's first domain: the chosen label and the full name it makes with the installation's suffix. */
export type CustomerDomain = { readonly prefix: string; readonly domain: string };

/** The longest label (spec 1.3). */
export const domainPrefixLengthMax = 27;

/**
 * Parses the domain prefix of a new customer: 1–27 letters and digits of ASCII, stored in lower case (spec 1.3).
 * `domainSuffix` is the installation's, without a leading dot. Whether the domain is free is asked elsewhere. Codes:
 * `domain_prefix.required`, `domain_prefix.format`, `domain_prefix.too_long` (`max`).
 */
export function parseDomainPrefix(
  field: string,
  raw: string,
  domainSuffix: string,
): Result<CustomerDomain, FieldProblem> {
  const prefix = raw.trim();
  if (prefix === "") return failed({ field, code: "domain_prefix.required" });
  if (codePointLength(prefix) > domainPrefixLengthMax) {
    return failed({ field, code: "domain_prefix.too_long", params: { max: domainPrefixLengthMax } });
  }
  if (!/^[A-Za-z0-9]+$/.test(prefix)) return failed({ field, code: "domain_prefix.format" });
  const label = prefix.toLowerCase();
  return ok({ prefix: label, domain: `${label}.${domainSuffix}` });
}

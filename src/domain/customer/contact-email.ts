import type { EmailAddress } from "#/domain/kernel/email-address";
import { isWithinDomain, parseEmailAddress } from "#/domain/kernel/email-address";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed } from "#/domain/kernel/result";

/** Domains a customer's contact may not use, in lower-case ASCII (R63). */
export type BarredDomains = {
  /** The vendor operator's own domains. */
  readonly vendor: readonly string[];
  /** Every verified domain of the partner that creates the customer. */
  readonly partner: readonly string[];
};

/**
 * Parses the e-mail address of a customer's contact, who must be reached at the customer: not at the vendor's domain
 * (`contact_email.vendor_domain`), nor at a verified domain of the creating partner (`contact_email.partner_domain`);
 * subdomains count (R63). Otherwise the codes of `parseEmailAddress`.
 */
export function parseContactEmail(
  field: string,
  raw: string,
  barred: BarredDomains,
): Result<EmailAddress, FieldProblem> {
  const email = parseEmailAddress(field, raw);
  if (!email.ok) return email;
  const { domain } = email.value;
  const params = { domain };
  if (barred.vendor.some((other) => isWithinDomain(domain, other))) {
    return failed({ field, code: "contact_email.vendor_domain", params });
  }
  if (barred.partner.some((other) => isWithinDomain(domain, other))) {
    return failed({ field, code: "contact_email.partner_domain", params });
  }
  return email;
}

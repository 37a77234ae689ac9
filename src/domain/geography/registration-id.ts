import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { parseLine } from "#/domain/kernel/text";
import type { Market } from "./markets";
import { registrationFormats } from "./registration-formats";
import { findVatFormat } from "./vat-formats";

/** Code points a registration number may have as typed, where no format of the country is known. */
const limits = { min: 0, max: 40 } as const;
const knownCharacters = /^[\p{L}\p{N}][\p{L}\p{N}/+*&-]*$/u;

/** The numbers the real platform gives these refusals (Appendix B). */
const numbers = { missing: 600049, format: 600050 } as const;

/**
 * Parses a company registration number (a tax number of the business, not of a person) for a customer of the market.
 * Mandatory in the 24 countries of Appendix E (R64), optional elsewhere: then empty gives `null`. Blanks, dots and
 * hyphens are dropped and letters are capitals; a VAT country prefix is dropped. Formats are checked where they are
 * known, check digits where they are certain. Codes: `registration_id.required` (`number` 600049),
 * `registration_id.format` and `registration_id.checksum` (`number` 600050), each with `label` and, where one is known,
 * `example`.
 */
export function parseRegistrationId(
  field: string,
  raw: string,
  market: Market,
): Result<string | null, FieldProblem> {
  const line = parseLine(field, raw.normalize("NFKC").toUpperCase(), limits);
  if (!line.ok) return line;
  const label = market.registrationLabels.join(", ");
  if (line.value === "") {
    if (!market.isRegistrationRequired) return ok(null);
    return failed({ field, code: "registration_id.required", params: { number: numbers.missing, label } });
  }
  const refusal = (reason: "format" | "checksum", example: string): Result<string | null, FieldProblem> => {
    const params = { number: numbers.format, label, ...(example !== "" && { example }) };
    return failed({ field, code: `registration_id.${reason}`, params });
  };
  const compact = line.value.replace(/[\s.\u2010-\u2015-]/gu, "");
  const own = registrationFormats[market.iso2];
  if (own !== undefined) {
    const bare = compact.startsWith(market.iso2) && !own.pattern.test(compact) ? compact.slice(2) : compact;
    if (!own.pattern.test(bare)) return refusal("format", own.example);
    return own.hasValidCheckDigits?.(bare) === false ? refusal("checksum", own.example) : ok(bare);
  }
  const vat = findVatFormat(market.iso2);
  if (vat === undefined) return knownCharacters.test(compact) ? ok(compact) : refusal("format", "");
  const bare = vat.withoutPrefix(compact);
  return vat.pattern.test(bare) ? ok(bare) : refusal("format", vat.example);
}

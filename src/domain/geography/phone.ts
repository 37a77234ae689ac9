import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { findForbiddenCharacter } from "#/domain/kernel/text";

/** Digits, the plus sign and the separators ITU-T E.123 prints; no letters, so no vanity numbers and no extensions. */
const writtenNumber = /^\+?[0-9 ()./-]{3,40}$/;

/**
 * Parses a telephone number as it is written in the given country, or in international form, and gives it in E.164
 * (`+390212345678`). The length must be possible for its country; whether the range is assigned is not asked, because
 * numbering plans change faster than releases. Codes: `phone.format` (not a number, letters, an extension) and
 * `phone.length` (too few or too many digits for the country, or a national number where the country has no plan).
 */
export function parsePhone(field: string, raw: string, country: string): Result<string, FieldProblem> {
  const text = raw
    .normalize("NFKC")
    .trim()
    .replace(/^00(?=[1-9])/, "+");
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== null) return failed({ field, code: forbidden });
  if (!writtenNumber.test(text)) return failed({ field, code: "phone.format" });
  const options = isSupportedCountry(country)
    ? { defaultCountry: country, extract: false }
    : { extract: false };
  const number = parsePhoneNumberFromString(text, options);
  if (number === undefined || !number.isPossible()) return failed({ field, code: "phone.length" });
  return ok(number.number);
}

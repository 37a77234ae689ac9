import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { parseLine } from "#/domain/kernel/text";

/** Code points of a first, middle or last name (S-10). */
const limits = { min: 1, max: 50 } as const;

/** Markup and addresses are no names, and would travel into mails and pages of others. */
const notInNames = /[<>@\\{}[\]|^~"]|:\/\//u;

/**
 * Parses a person's first or last name: 1–50 characters, with at least one letter, without markup characters. Codes:
 * those of `parseLine`, and `person_name.format`.
 */
export function parsePersonName(field: string, raw: string): Result<string, FieldProblem> {
  const line = parseLine(field, raw, limits);
  if (!line.ok) return line;
  const isName = /\p{L}/u.test(line.value) && !notInNames.test(line.value);
  return isName ? line : failed({ field, code: "person_name.format" });
}

/** Parses a name that may be left out, such as a middle name; empty gives `null`. */
export function parseOptionalPersonName(field: string, raw: string): Result<string | null, FieldProblem> {
  return raw.trim() === "" ? ok(null) : parsePersonName(field, raw);
}

import type { FieldProblem } from "./field-problem";
import type { Result } from "./result";
import { failed, ok } from "./result";

/** How long a text may be, in Unicode code points. A `min` of 0 makes the text optional: it may come out empty. */
export type TextLimits = { readonly min: number; readonly max: number };

const loneSurrogate = /\p{Surrogate}/u;
const controlCharacter = /\p{Control}/u;
/** Embeddings, overrides, isolates: they make a name read differently from what is stored. */
const directionControl = /[\u202A-\u202E\u2066-\u2069]/u;
const nonCharacter = /\p{Noncharacter_Code_Point}/u;
/** Invisible separators that copying from web pages and documents leaves behind; to a reader they are blanks. */
const invisibleBlank = /[\u00AD\u200B\u2060\uFEFF\u2028\u2029]/gu;
const blanks = /\s+/gu;

/** The number of Unicode code points in a text; what every length limit of the product counts (R62). */
export function codePointLength(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Tells why a text cannot be stored as one line: malformed UTF-16 (a lone surrogate or a noncharacter), a control
 * character (line breaks and NUL included), or a character that turns the reading direction. `null` when it can.
 */
export function findForbiddenCharacter(text: string): string | null {
  if (loneSurrogate.test(text) || nonCharacter.test(text)) return "text.malformed";
  if (controlCharacter.test(text)) return "text.control_character";
  if (directionControl.test(text)) return "text.direction_control";
  return null;
}

/**
 * Brings one line of text into the only form the product stores: Unicode NFC, no blanks at the ends, inner white space
 * collapsed to single blanks (R62). Line breaks and tabs at the ends are dropped with the blanks; inside they remain, for
 * {@link findForbiddenCharacter} to refuse.
 */
export function normaliseLine(text: string): string {
  const trimmed = text.replace(invisibleBlank, " ").trim();
  return controlCharacter.test(trimmed) ? trimmed : trimmed.normalize("NFC").replace(blanks, " ");
}

/**
 * Parses one line of text for a field. Gives the normalised text, or one problem: `text.required`, `text.too_short`
 * (`min`), `text.too_long` (`max`, `length`), or a code of {@link findForbiddenCharacter}.
 */
export function parseLine(field: string, raw: string, limits: TextLimits): Result<string, FieldProblem> {
  const text = normaliseLine(raw);
  const forbidden = findForbiddenCharacter(text);
  if (forbidden !== null) return failed({ field, code: forbidden });
  const length = codePointLength(text);
  if (length === 0) return limits.min === 0 ? ok(text) : failed({ field, code: "text.required" });
  if (length < limits.min) return failed({ field, code: "text.too_short", params: { min: limits.min } });
  if (length > limits.max)
    return failed({ field, code: "text.too_long", params: { max: limits.max, length } });
  return ok(text);
}

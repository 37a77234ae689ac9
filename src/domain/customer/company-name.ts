import { toAsciiDomain } from "#/domain/kernel/email-address";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { codePointLength, parseLine } from "#/domain/kernel/text";

/** A company's legal name in its stored form, with what looks odd about it but does not stop the user (R61). */
export type CompanyName = { readonly name: string; readonly warnings: readonly FieldProblem[] };

/** Code points of a company name (spec 1.2, R62); one alone is refused with a reason of its own. */
const limits = { min: 1, max: 200 } as const;

/** Abbreviations of legal forms, without dots; a name made of nothing else names nobody (R60). */
const legalForms: ReadonlySet<string> = new Set(
  [
    "ab ag aktiebolag ans aps as asa bhd bv bvba cc cia co company corp corporation cv dd doo ead eeig eg",
    "ehf eirl ek eood epe eurl ev fop gbr ge gie gmbh gp inc incorporated jsc jtd kb kda kft kg kgaa kk",
    "kkt ks kv lda ldc limitada limited llc llp lp ltd ltda mbh nv oe oeg ohg ojsc oo ood oou oy oyj pjsc",
    "plc pllc pt pte pty pvt qpsc rt ry sa sab sac sagl sapa sapi sarl sas sasu sc sca scarl scop scpa",
    "scrl sd sdn sf sgps sia sicav sk sl slne slp slu snc soc societa societe soparfi sp spa spj spk spol",
    "sprl spz spzoo srl srls sro ss ste sti tbk tld tmi tov uab ug ultd und vof vos wll xk xll yk zat zoo",
    "zrt",
  ].flatMap((line) => line.split(" ")),
);

/** Words between the parts of a compound legal form: GmbH & Co. KG, S.A. de C.V. */
const connectives: ReadonlySet<string> = new Set(["and", "de", "et", "e", "und", "y"]);

function isOnlyLegalForm(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/[.'’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !connectives.has(word));
  return words.length > 0 && (words.every((word) => legalForms.has(word)) || legalForms.has(words.join("")));
}

/** Roman numerals repeat a letter lawfully: Invest III, Fondo XXX. */
const romanNumeral = /^[IVXLCM]+$/;

function repeatsOneCharacter(name: string): boolean {
  if (/^([\p{L}\p{N}])\1{2,}$/iu.test(name)) return true;
  return name
    .replace(/^www\./i, "")
    .split(" ")
    .some((word) => /(\p{L})\1{2}/iu.test(word) && !romanNumeral.test(word));
}

function looksLikeDomain(name: string): boolean {
  return /^www\./i.test(name) || (!name.endsWith(".") && toAsciiDomain(name) !== null);
}

function isSpelledOut(name: string): boolean {
  return /^[\p{L}\p{N}](?: [\p{L}\p{N}])+$/u.test(name);
}

/** The words people type to try a form; a customer is created under its legal name (S-10). */
const trialWord = /(?:^|[^\p{L}])(?:test|testing|prova|asdf|qwerty|dummy|foobar)(?:[^\p{L}]|$)/iu;

/**
 * Parses a company name: normalised to NFC with single blanks, at most 200 characters (R62). Refused (R60) with
 * `text.required`, `company_name.one_character`, `company_name.only_special_characters`,
 * `company_name.only_legal_form` or a code of `parseLine`. Accepted with warnings (R61, S-10):
 * `company_name.looks_like_domain`, `company_name.repeated_character`, `company_name.single_characters`,
 * `company_name.looks_like_test`.
 */
export function parseCompanyName(field: string, raw: string): Result<CompanyName, FieldProblem> {
  const line = parseLine(field, raw, limits);
  if (!line.ok) return line;
  const name = line.value;
  if (codePointLength(name) === 1) return failed({ field, code: "company_name.one_character" });
  if (!/[\p{L}\p{N}]/u.test(name)) return failed({ field, code: "company_name.only_special_characters" });
  if (isOnlyLegalForm(name)) return failed({ field, code: "company_name.only_legal_form" });
  const doubts = [
    ["company_name.looks_like_domain", looksLikeDomain(name)],
    ["company_name.repeated_character", repeatsOneCharacter(name)],
    ["company_name.single_characters", isSpelledOut(name)],
    ["company_name.looks_like_test", trialWord.test(name)],
  ] as const;
  return ok({ name, warnings: doubts.filter(([, applies]) => applies).map(([code]) => ({ field, code })) });
}

import { combine } from "#/domain/kernel/combine";
import type { FieldProblem } from "#/domain/kernel/field-problem";
import type { Result } from "#/domain/kernel/result";
import { failed, ok } from "#/domain/kernel/result";
import { parseLine } from "#/domain/kernel/text";
import type { Market } from "./markets";
import { findMarket } from "./markets";
import { findSubdivision, listSubdivisions } from "./subdivisions";

/** An address as typed; everything but the country may still be wrong. */
export type AddressInput = {
  readonly country: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
};

/** A postal address in its stored form (spec 1.2): normalised text, `null` for what is absent. */
export type Address = {
  readonly country: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  /** A subdivision's code where the country has a list, otherwise free text. */
  readonly state: string | null;
  readonly postalCode: string | null;
};

/** Code points; line lengths from the source, the others chosen. */
export const addressLimits = {
  line1: { min: 1, max: 200 },
  line2: { min: 0, max: 200 },
  city: { min: 1, max: 100 },
  state: { min: 0, max: 100 },
  postalCode: { min: 0, max: 20 },
} as const;

type Checked = Result<string | null, FieldProblem>;

/**
 * Validates an address by the rules of its country (S-10): lines of 1–200 and 0–200 characters, city always, state and
 * postal code where the country needs them, the postal code's pattern, and the subdivision's list where there is one.
 * Field names get the given prefix (`address.` gives `address.postalCode`). All problems come back at once; codes
 * `address.country.unknown`, `address.state.required` (`kind`), `address.state.unknown`, `address.postal_code.required`
 * and `address.postal_code.format` (`example`), and the codes of `parseLine`.
 */
export function parseAddress(input: AddressInput, prefix = ""): Result<Address, readonly FieldProblem[]> {
  const market = findMarket(input.country);
  if (market === undefined) return failed([{ field: `${prefix}country`, code: "address.country.unknown" }]);
  const line2 = parseLine(`${prefix}line2`, input.line2 ?? "", addressLimits.line2);
  return combine<Address>({
    country: ok(market.iso2),
    line1: parseLine(`${prefix}line1`, input.line1, addressLimits.line1),
    line2: line2.ok && line2.value === "" ? ok(null) : line2,
    city: parseLine(`${prefix}city`, input.city, addressLimits.city),
    state: parseState(market, `${prefix}state`, input.state ?? ""),
    postalCode: parsePostalCode(market, `${prefix}postalCode`, input.postalCode ?? ""),
  });
}

function parseState(market: Market, field: string, raw: string): Checked {
  const text = parseLine(field, raw, addressLimits.state);
  if (!text.ok) return text;
  if (text.value === "") {
    if (!market.isStateRequired) return ok(null);
    return failed({ field, code: "address.state.required", params: { kind: market.stateKind } });
  }
  if (listSubdivisions(market.iso2).length === 0) return text;
  const subdivision = findSubdivision(market.iso2, text.value);
  if (subdivision !== undefined) return ok(subdivision.code);
  return failed({ field, code: "address.state.unknown", params: { kind: market.stateKind } });
}

function parsePostalCode(market: Market, field: string, raw: string): Checked {
  const text = parseLine(field, raw.normalize("NFKC").toUpperCase(), addressLimits.postalCode);
  if (!text.ok) return text;
  const example = market.postalExample ?? "";
  if (text.value === "") {
    if (!market.isPostalCodeRequired) return ok(null);
    return failed({ field, code: "address.postal_code.required", params: { example } });
  }
  if (market.postalPattern === null) return text;
  const bare = withoutCountryMark(market, text.value);
  const fitting = [text.value, bare].find((code) => market.postalPattern?.test(code));
  if (fitting !== undefined) return ok(fitting);
  return failed({ field, code: "address.postal_code.format", params: { example } });
}

/** Many write the country before the code: `I-20121`, `CH-8001`, `L-1249`, or as the country's own format prints it. */
function withoutCountryMark(market: Market, code: string): string {
  const printed = /([A-Z〒]+)[ -]?%Z/u.exec(market.addressFormat)?.[1] ?? market.iso2;
  const marks = [market.iso2, printed, market.iso2.charAt(0)];
  const mark = marks.find((candidate) => code.startsWith(candidate));
  return mark === undefined ? code : code.slice(mark.length).replace(/^[ -]/, "");
}

/**
 * What looks wrong but may be right, so it warns and does not refuse: a postal code that begins like no code of the
 * chosen subdivision (`address.postal_code.elsewhere` with the subdivision's name).
 */
export function listAddressWarnings(address: Address, prefix = ""): readonly FieldProblem[] {
  if (address.state === null || address.postalCode === null) return [];
  const subdivision = findSubdivision(address.country, address.state);
  if (subdivision?.postalPrefix?.test(address.postalCode) !== false) return [];
  const params = { subdivision: subdivision.name };
  return [{ field: `${prefix}postalCode`, code: "address.postal_code.elsewhere", params }];
}

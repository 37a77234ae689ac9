import { describe, expect, test } from "vitest";
import type { Market } from "./markets";
import { findMarket, markets } from "./markets";
import { registrationFormats } from "./registration-formats";
import { parseRegistrationId } from "./registration-id";

function market(iso2: string): Market {
  const found = findMarket(iso2);
  if (found === undefined) throw new Error(`no market ${iso2}`);
  return found;
}

function parse(iso2: string, raw: string) {
  return parseRegistrationId("registrationId", raw, market(iso2));
}

describe("a company registration number", () => {
  test("R64: is mandatory in each of the 24 countries (600049) and optional everywhere else", () => {
    for (const { iso2, isRegistrationRequired } of markets) {
      const result = parse(iso2, "  ");
      if (!isRegistrationRequired) expect(result).toEqual({ ok: true, value: null });
      else
        expect(result).toMatchObject({
          ok: false,
          failure: { code: "registration_id.required", params: { number: 600049 } },
        });
    }
  });

  test("R64: refused for its form or its check digits carries 600050, the number's name and an example", () => {
    const params = { number: 600050, label: "TIN", example: "8567346215" };
    expect(parse("PL", "123")).toEqual({
      ok: false,
      failure: { field: "registrationId", code: "registration_id.format", params },
    });
    expect(parse("PL", "8567346216")).toEqual({
      ok: false,
      failure: { field: "registrationId", code: "registration_id.checksum", params },
    });
  });

  test.each([
    ["PL", "PL 856-734-62-15", "8567346215"],
    ["BR", "11.222.333/0001-81", null],
    ["BR", "11.222.333 0001-81", "11222333000181"],
    ["BR", "12.ABC.345 01DE-35", "12ABC34501DE35"],
    ["RU", "7707083893", "7707083893"],
    ["RU", "500100732259", "500100732259"],
    ["BY", "100582333", "100582333"],
    ["HU", "12892312", "12892312"],
    ["HU", "HU 12892312-2-44", "12892312244"],
    ["IN", "aaacr5055k", "AAACR5055K"],
    ["IT", "IT 00743110157", "00743110157"],
    ["UA", "32855961", "32855961"],
    ["VE", "J-07013380-5", "J070133805"],
    ["VN", "0100233488-001", "0100233488001"],
    ["AM", "01234567/8", "01234567/8"],
    ["MM", "Reg-2026/77", "REG2026/77"],
    ["DE", "DE 123456789", "123456789"],
    ["GR", "EL123456789", "123456789"],
    ["GR", "GR123456789", "123456789"],
    ["AT", "ATU12345678", "U12345678"],
    ["NL", "NL 1234 56 789 B01", "123456789B01"],
    ["CH", "CHE-123.456.789 MWST", "123456789MWST"],
    ["RO", "RO12345678", "12345678"],
    ["US", "12-3456789", "123456789"],
  ])("of %s written %j is stored as %j", (iso2, raw, stored) => {
    const result = parse(iso2, raw);
    expect(result.ok ? result.value : null).toBe(stored);
  });

  test.each([
    ["PL", "1234567890", "registration_id.checksum"],
    ["BR", "11222333000182", "registration_id.checksum"],
    ["BR", "00000000000000", "registration_id.checksum"],
    ["BR", "12ABC34501DE36", "registration_id.checksum"],
    ["RU", "7707083894", "registration_id.checksum"],
    ["RU", "500100732258", "registration_id.checksum"],
    ["BY", "100582334", "registration_id.checksum"],
    ["HU", "12892313", "registration_id.checksum"],
    ["IT", "00743110158", "registration_id.checksum"],
    ["IT", "00000000000", "registration_id.checksum"],
    ["IT", "RSSMRA80A01H501U", "registration_id.format"],
    ["IN", "AAAPR5055K", "registration_id.format"],
    ["KZ", "12345678901", "registration_id.format"],
    ["IQ", "<script>", "registration_id.format"],
    ["US", "=cmd|x", "registration_id.format"],
    ["DE", "DE12345678", "registration_id.format"],
    ["IT", "1".repeat(41), "text.too_long"],
    ["IT", "0074\u00003110157", "text.control_character"],
  ])("of %s written %j is refused with %s", (iso2, raw, code) => {
    expect(parse(iso2, raw)).toMatchObject({ ok: false, failure: { code } });
  });

  test("of every country with a known format has an example that is accepted and stays as stored", () => {
    for (const [iso2, format] of Object.entries(registrationFormats)) {
      expect(parse(iso2, format.example), iso2).toEqual({ ok: true, value: format.example });
    }
  });

  test("changed in any one digit is noticed where the check digits are known", () => {
    for (const [iso2, { example, hasValidCheckDigits }] of Object.entries(registrationFormats)) {
      if (hasValidCheckDigits === undefined) continue;
      const checked = iso2 === "HU" ? 8 : example.length;
      for (let index = 0; index < checked; index += 1) {
        const other = String((Number(example[index]) + 1) % 10);
        const changed = example.slice(0, index) + other + example.slice(index + 1);
        expect(hasValidCheckDigits(changed), `${iso2} ${changed}`).toBe(false);
      }
    }
  });
});

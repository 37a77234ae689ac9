import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePhone } from "./phone";

describe("a telephone number", () => {
  test.each([
    ["02 1234 5678", "IT", "+390212345678"],
    ["+39 02 1234 5678", "US", "+390212345678"],
    ["0039 02 1234 5678", "IT", "+390212345678"],
    ["(425) 555-0100", "US", "+14255550100"],
    ["+1 425.555.0100", "IT", "+14255550100"],
    ["044 668 18 00", "CH", "+41446681800"],
    ["＋４１ ４４ ６６８ １８ ００", "CH", "+41446681800"],
    ["+672 1 12345", "AQ", "+672112345"],
    ["  030/12345678 ", "DE", "+493012345678"],
  ])("written %j in %s is stored as %s", (raw, country, stored) => {
    expect(parsePhone("phone", raw, country)).toEqual({ ok: true, value: stored });
  });

  test.each([
    ["", "IT", "phone.format"],
    ["abc", "IT", "phone.format"],
    ["1-800-FLOWERS", "US", "phone.format"],
    ["+39 02 12345678 ext. 5", "IT", "phone.format"],
    ["02 123;456", "IT", "phone.format"],
    ["12", "IT", "phone.format"],
    ["02 1", "IT", "phone.length"],
    ["+39 02 123456789012345678", "IT", "phone.length"],
    ["+999 1234567", "IT", "phone.length"],
    ["12345678", "AQ", "phone.length"],
    ["02 12345\n678", "IT", "text.control_character"],
  ])("written %j in %s is refused with %s", (raw, country, code) => {
    expect(parsePhone("phone", raw, country)).toMatchObject({ ok: false, failure: { field: "phone", code } });
  });

  test("is E.164 and unchanged the second time, whatever was accepted", () => {
    const typed = fc.stringMatching(/^\+?[0-9 ()./-]{3,30}$/);
    fc.assert(
      fc.property(typed, fc.constantFrom("IT", "US", "DE", "AQ", "GB"), (raw, country) => {
        const first = parsePhone("phone", raw, country);
        if (!first.ok) return;
        expect(first.value).toMatch(/^\+[1-9]\d{3,14}$/);
        expect(parsePhone("phone", first.value, country)).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });
});

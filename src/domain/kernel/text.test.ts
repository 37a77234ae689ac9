import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointLength, normaliseLine, parseLine } from "./text";

const limits = { min: 1, max: 10 };

function codeOf(raw: string, given = limits): string | undefined {
  const result = parseLine("name", raw, given);
  return result.ok ? undefined : result.failure.code;
}

describe("a line of text", () => {
  test("R62: is trimmed, collapsed to single blanks and composed", () => {
    expect(parseLine("name", "  Cafe\u0301 \u00a0  Roma\t\r\n", limits)).toEqual({
      ok: true,
      value: "Café Roma",
    });
  });

  test("loses the invisible separators a copied text carries", () => {
    expect(normaliseLine("\uFEFFBlue\u200BSky\u00AD")).toBe("Blue Sky");
  });

  test("counts code points, so ten emoji are ten and not twenty", () => {
    expect(codePointLength("🌍".repeat(10))).toBe(10);
    expect(codeOf("🌍".repeat(10))).toBeUndefined();
    expect(parseLine("name", "🌍".repeat(11), limits)).toEqual({
      ok: false,
      failure: { field: "name", code: "text.too_long", params: { max: 10, length: 11 } },
    });
  });

  test("counts after composition, so a decomposed name is not longer than the same name composed", () => {
    expect(codeOf("e\u0301".repeat(10))).toBeUndefined();
  });

  test.each([
    ["a line break inside", "a\nb", "text.control_character"],
    ["a carriage return and line feed inside", "a\r\nBcc: x", "text.control_character"],
    ["a tab inside", "a\tb", "text.control_character"],
    ["NUL", "a\u0000b", "text.control_character"],
    ["escape", "a\u001b[31m", "text.control_character"],
    ["a C1 control", "a\u0085b", "text.control_character"],
    ["a lone high surrogate", "a\ud800", "text.malformed"],
    ["a lone low surrogate", "\udc00a", "text.malformed"],
    ["a noncharacter", "a\uffffb", "text.malformed"],
    ["a right-to-left override", "a\u202eb", "text.direction_control"],
    ["an isolate", "a\u2066b", "text.direction_control"],
    ["nothing", "", "text.required"],
    ["only blanks of several kinds", " \u3000\u00a0\u200b ", "text.required"],
  ])("refuses %s", (_, raw, code) => {
    expect(codeOf(raw)).toBe(code);
  });

  test("may be empty where it is optional", () => {
    expect(parseLine("line2", " ", { min: 0, max: 5 })).toEqual({ ok: true, value: "" });
  });

  test("names the least length", () => {
    expect(parseLine("name", "a", { min: 2, max: 5 })).toEqual({
      ok: false,
      failure: { field: "name", code: "text.too_short", params: { min: 2 } },
    });
  });

  test("keeps letters that only look like controls: joiners in Persian and in emoji stay", () => {
    const text = "می\u200cخواهم 👩\u200d💻";
    expect(parseLine("name", text, { min: 1, max: 40 })).toEqual({ ok: true, value: text });
  });

  test("is stable: what was accepted once is accepted unchanged again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (raw) => {
        const first = parseLine("f", raw, { min: 0, max: 200 });
        if (!first.ok) return;
        expect(parseLine("f", first.value, { min: 0, max: 200 })).toEqual(first);
        expect(first.value).toBe(first.value.normalize("NFC"));
      }),
      { numRuns: 2000 },
    );
  });
});

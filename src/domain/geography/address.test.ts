import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listAddressWarnings, parseAddress } from "./address";
import { markets } from "./markets";
import { listSubdivisions } from "./subdivisions";

const milan = { country: "IT", line1: "Via Roma 1", city: "Milano", state: "MI", postalCode: "20121" };

function problemsOf(change: Partial<Record<keyof typeof milan | "line2", string>>): readonly string[] {
  const result = parseAddress({ ...milan, ...change });
  return result.ok ? [] : result.failure.map((problem) => `${problem.field}: ${problem.code}`);
}

describe("an address", () => {
  test("is stored normalised, with null for what is absent", () => {
    expect(parseAddress({ ...milan, line1: "  Via   Roma 1 ", line2: " ", state: "milano" })).toEqual({
      ok: true,
      value: { ...milan, line2: null },
    });
  });

  test.each([
    [{ country: "ZZ" }, ["country: address.country.unknown"]],
    [{ country: "it" }, ["country: address.country.unknown"]],
    [{ line1: "" }, ["line1: text.required"]],
    [{ line1: "x".repeat(201) }, ["line1: text.too_long"]],
    [{ line1: "x".repeat(200), line2: "y".repeat(200) }, []],
    [{ line2: "x".repeat(201) }, ["line2: text.too_long"]],
    [{ line1: "a\nb" }, ["line1: text.control_character"]],
    [{ city: " " }, ["city: text.required"]],
    [{ state: "" }, ["state: address.state.required"]],
    [{ state: "XX" }, ["state: address.state.unknown"]],
    [{ postalCode: "" }, ["postalCode: address.postal_code.required"]],
    [{ postalCode: "2012" }, ["postalCode: address.postal_code.format"]],
    [{ postalCode: "20121a" }, ["postalCode: address.postal_code.format"]],
    [{ postalCode: "2".repeat(21) }, ["postalCode: text.too_long"]],
    [
      { city: "", state: "", postalCode: "1" },
      ["city: text.required", "state: address.state.required", "postalCode: address.postal_code.format"],
    ],
  ])("with %j has the problems %j", (change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  test("shows an example of the postal code that was expected, under the caller's field names", () => {
    expect(parseAddress({ ...milan, postalCode: "ABC" }, "address.")).toEqual({
      ok: false,
      failure: [
        { field: "address.postalCode", code: "address.postal_code.format", params: { example: "00144" } },
      ],
    });
  });

  test.each([
    ["IT", "Forli Cesena", "47121", "FC", "47121"],
    ["IT", "MI", "I-20121", "MI", "20121"],
    ["IT", "MI", "２０１２１", "MI", "20121"],
    ["US", "new york", "10001", "NY", "10001"],
    ["US", "US-CA", "95014-0001", "CA", "95014-0001"],
    ["CA", "québec", "h3z 2y7", "QC", "H3Z 2Y7"],
    ["MX", "Ags.", "20000", "AGU", "20000"],
    ["CN", "安徽省", "230000", "Anhui Sheng", "230000"],
    ["JP", "東京都", "１５４-００２３", "Tokyo", "154-0023"],
    ["CH", "", "CH-8001", null, "8001"],
    ["LU", "", "L-1249", null, "1249"],
    ["DE", "Bayern", "D-80331", "Bayern", "80331"],
    ["GB", "", "ec1y 8sy", null, "EC1Y 8SY"],
    ["NL", "", "1234 ab", null, "1234 AB"],
    ["MX", "", "02860", null, "02860"],
    ["AE", "Dubai", "", "DU", null],
    ["HK", "kowloon", "", "Kowloon", null],
    ["IE", "", "", null, null],
  ])(
    "of %s with state %j and postal code %j is stored with %j and %j",
    (country, state, postalCode, storedState, storedCode) => {
      const result = parseAddress({ country, line1: "1", city: "Town", state, postalCode });
      expect(result).toMatchObject({ ok: true, value: { state: storedState, postalCode: storedCode } });
    },
  );

  test("warns, but does not refuse, when the postal code begins like another subdivision's", () => {
    const elsewhere = parseAddress({ ...milan, postalCode: "00144" });
    expect(elsewhere.ok && listAddressWarnings(elsewhere.value)).toEqual([
      { field: "postalCode", code: "address.postal_code.elsewhere", params: { subdivision: "Milano" } },
    ]);
    const right = parseAddress(milan);
    expect(right.ok && listAddressWarnings(right.value)).toEqual([]);
  });

  test("of every market is accepted with its example and each of its subdivisions, and survives a second parse", () => {
    for (const market of markets) {
      const states = listSubdivisions(market.iso2).map((entry) => entry.code);
      for (const state of states.length > 0 ? states : ["Somewhere"]) {
        const postalCode = market.postalExample ?? "";
        const first = parseAddress({
          country: market.iso2,
          line1: "1 Main St",
          city: "Town",
          state,
          postalCode,
        });
        expect(first, `${market.iso2} ${state}`).toMatchObject({ ok: true, value: { state } });
        if (!first.ok) continue;
        const { line2, state: again, postalCode: code, ...rest } = first.value;
        const input = { ...rest, line2: line2 ?? "", state: again ?? "", postalCode: code ?? "" };
        expect(parseAddress(input)).toEqual(first);
      }
    }
  });

  test("never throws and never lets an unlisted postal code through, whatever is typed", () => {
    const typed = fc.string({ unit: "binary", maxLength: 30 });
    const country = fc.constantFrom(...markets.map((market) => market.iso2));
    fc.assert(
      fc.property(country, typed, typed, typed, (iso2, line1, state, postalCode) => {
        const result = parseAddress({ country: iso2, line1, city: "Town", state, postalCode });
        if (!result.ok) return;
        const pattern = markets.find((market) => market.iso2 === iso2)?.postalPattern;
        if (result.value.postalCode !== null && pattern) expect(result.value.postalCode).toMatch(pattern);
      }),
      { numRuns: 3000 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { parseCompanyName } from "./company-name";

function outcome(raw: string): string | readonly string[] {
  const result = parseCompanyName("companyName", raw);
  return result.ok ? result.value.warnings.map((warning) => warning.code) : result.failure.code;
}

describe("R60: a company name is refused", () => {
  test.each([
    ["", "text.required"],
    ["   \u00a0 ", "text.required"],
    ["A", "company_name.one_character"],
    ["🏢", "company_name.one_character"],
    ["--- !!!", "company_name.only_special_characters"],
    ["€€", "company_name.only_special_characters"],
    ["llc", "company_name.only_legal_form"],
    ["Inc.", "company_name.only_legal_form"],
    ["LTD", "company_name.only_legal_form"],
    ["GmbH", "company_name.only_legal_form"],
    ["S.r.l.", "company_name.only_legal_form"],
    ["S. r. l.", "company_name.only_legal_form"],
    ["GmbH & Co. KG", "company_name.only_legal_form"],
    ["S.A. de C.V.", "company_name.only_legal_form"],
    ["Sp. z o.o.", "company_name.only_legal_form"],
    ["Contoso\nInc", "text.control_character"],
  ])("when it is %j, with %s", (raw, code) => {
    expect(outcome(raw)).toBe(code);
  });

  test("R62: when it is longer than 200 characters", () => {
    expect(outcome(`${"Xy ".repeat(66)}xy`)).toEqual([]);
    expect(outcome("Xy ".repeat(67))).toEqual([]);
    expect(outcome(`${"Xy ".repeat(67)}xy`)).toBe("text.too_long");
  });
});

describe("R61: a company name is accepted with a warning", () => {
  test.each([
    ["contoso.com", ["company_name.looks_like_domain"]],
    ["www.contoso", ["company_name.looks_like_domain"]],
    ["aaa", ["company_name.repeated_character"]],
    ["1111", ["company_name.repeated_character"]],
    ["Xxxx Trading", ["company_name.repeated_character"]],
    ["A B C", ["company_name.single_characters"]],
    ["Test 1", ["company_name.looks_like_test"]],
    ["Ditta di prova", ["company_name.looks_like_test"]],
    [
      "aaa.test",
      ["company_name.looks_like_domain", "company_name.repeated_character", "company_name.looks_like_test"],
    ],
  ])("when it is %j", (raw, warnings) => {
    expect(outcome(raw)).toEqual(warnings);
  });
});

describe("a company name", () => {
  test.each([
    "Rossi & Figli S.r.l.",
    "3M Italia",
    "Invest III GmbH",
    "1000 Miglia S.p.A.",
    "Attestazioni Proverbio SpA",
    "株式会社サンプル",
    "Ελληνική Α.Ε.",
    "Contoso Inc.",
    "A.B. Volvo",
    "HP",
    "Compass AS",
  ])("such as %j is accepted without a word", (raw) => {
    expect(outcome(raw)).toEqual([]);
  });

  test("R62: is stored composed and with single blanks", () => {
    const result = parseCompanyName("companyName", "  Cafe\u0301   Milano ");
    expect(result.ok && result.value.name).toBe("Café Milano");
  });
});

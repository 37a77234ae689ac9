import { describe, expect, test } from "vitest";
import { recogniseHeader } from "./layout";

const api =
  "ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment".split(
    ",",
  );
const portal = ["ChangeIndicator", ...api, "PreviousValues"];

function codeOf(names: readonly string[]): string {
  const header = recogniseHeader(names);
  return header.ok ? header.value.layout : header.failure.code;
}

describe("the header of a price list", () => {
  test("is that of the portal's download or of the API's sheet, in any order and with blanks and case changed", () => {
    expect(codeOf(portal)).toBe("nce_licence_portal");
    expect(codeOf(api)).toBe("nce_licence_api");
    expect(codeOf([...portal].reverse())).toBe("nce_licence_portal");
    expect(codeOf(api.map((name) => ` ${name.toUpperCase()} `))).toBe("nce_licence_api");
    expect(codeOf(api.map((name) => name.replace("ERP Price", "ERPPrice")))).toBe("nce_licence_api");
    expect(codeOf([...api, "", ""])).toBe("nce_licence_api");
  });

  test("tells where each column stands", () => {
    const header = recogniseHeader(portal);
    expect(header.ok && [header.value.width, header.value.positions.get("UnitPrice")]).toEqual([21, 12]);
  });

  test.each([
    ["a repeated column", [...api, "UnitPrice"], "price_list.file.repeated_columns"],
    ["an unknown column", [...api, "Margin"], "price_list.file.unknown_columns"],
    ["a nameless column in the middle", ["", ...api], "price_list.file.unknown_columns"],
    ["a missing column", api.filter((name) => name !== "Segment"), "price_list.file.missing_columns"],
    ["one change mark without the other", ["ChangeIndicator", ...api], "price_list.file.missing_columns"],
    ["other words", ["Name", "Address"], "price_list.file.unknown_layout"],
    ["nothing", [], "price_list.file.unknown_layout"],
    [
      "a hundred columns",
      Array.from({ length: 100 }, (_, index) => `c${index}`),
      "price_list.file.too_many_columns",
    ],
    [
      "the parts of an offer matrix",
      ["ProductId", "ProvisioningId", "MinLicenses"],
      "price_list.file.offer_matrix",
    ],
    [
      "a reconciliation file's",
      ["PartnerId", "CustomerId", "ChargeType", "UnitPrice"],
      "price_list.file.reconciliation",
    ],
  ])("with %s is refused", (_, names, code) => {
    expect(codeOf(names)).toBe(code);
  });

  test("names the columns that are missing, at most five", () => {
    const missing = recogniseHeader(["ProductId", "UnitPrice"]);
    expect(missing).toEqual({
      ok: false,
      failure: {
        code: "price_list.file.missing_columns",
        params: { columns: "ProductTitle, SkuId, SkuTitle, Publisher, SkuDescription, …" },
      },
    });
  });
});

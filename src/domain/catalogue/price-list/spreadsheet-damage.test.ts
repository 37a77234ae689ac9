import { describe, expect, test } from "vitest";
import { isRewrittenDate, restorePrice, restoreSkuId } from "./spreadsheet-damage";

describe("a SKU id", () => {
  test.each([
    ["0001", "0001", false],
    ["00N1", "00N1", false],
    ["1", "0001", true],
    ["12", "0012", true],
    ["123", "0123", true],
  ])("%j is %j, repaired: %s", (text, restored, isRepaired) => {
    expect(restoreSkuId(text)).toEqual({ ok: true, value: { text: restored, isRepaired } });
  });

  test.each([
    ["0", "price_list.sku_id.format"],
    ["01", "price_list.sku_id.format"],
    ["", "price_list.sku_id.format"],
    ["00001", "price_list.sku_id.format"],
    ["00n1", "price_list.sku_id.format"],
    ["1.0", "price_list.sku_id.format"],
    ["1E+10", "price_list.scientific_notation"],
    ["1,2E+10", "price_list.scientific_notation"],
    ["0.00E+00", "price_list.scientific_notation"],
  ])("%j is refused with %s, because its origin is not certain", (text, code) => {
    expect(restoreSkuId(text)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe("a price", () => {
  test.each([
    ["341.76", false, "341.76", false],
    ["341.760", false, "341.760", false],
    ["21", true, "21", false],
    ["341,76", true, "341.76", true],
    ["82,8", true, "82.8", true],
    ["341.76", true, "341.76", false],
    ["1.341,76", true, "1341.76", true],
    ["1.234.567,8", true, "1234567.8", true],
    ["1,234.56", false, "1234.56", true],
    ["1234567,89", true, "1234567.89", true],
  ])("%j in a re-saved file (%s) is %j", (text, isResaved, restored, isRepaired) => {
    expect(restorePrice(text, isResaved)).toEqual({ ok: true, value: { text: restored, isRepaired } });
  });

  test.each([
    ["1.234", true, "price_list.price.ambiguous"],
    ["1,234", true, "price_list.price.ambiguous"],
    ["1,234", false, "price_list.price.ambiguous"],
    ["1,2E+10", true, "price_list.scientific_notation"],
    ["1.234.56", true, "price_list.price.format"],
    ["1,234,56", false, "price_list.price.format"],
    ["1 234,56", true, "price_list.price.format"],
    ["€ 12", true, "price_list.price.format"],
    ["", false, "price_list.price.format"],
    ["12,345,678", false, "price_list.price.format"],
  ])("%j in a re-saved file (%s) is refused with %s", (text, isResaved, code) => {
    expect(restorePrice(text, isResaved)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe("a date rewritten by a spreadsheet", () => {
  test.each(["01/04/2025", "4/1/2025 0:00", "1.4.2025 00:00:00", "2025-04-01", "01-04-25", "########"])(
    "is recognised in %j",
    (text) => {
      expect(isRewrittenDate(text)).toBe(true);
    },
  );

  test.each(["2025-04-01T00:00:00.0000000Z", "4/1/2025 12:00:00 AM", "soon", ""])(
    "is not seen in %j",
    (text) => {
      expect(isRewrittenDate(text)).toBe(false);
    },
  );
});

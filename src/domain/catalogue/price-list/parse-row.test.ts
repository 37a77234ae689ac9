import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Currency } from "#/domain/kernel/currency";
import { toDecimalText } from "#/domain/kernel/money";
import { recogniseHeader } from "./layout";
import type { ParsedRow } from "./parse-row";
import { parseRow } from "./parse-row";

const valid = {
  ChangeIndicator: "Change",
  ProductTitle: "Advanced Communications",
  ProductId: "CFQ7TTC0HDK0",
  SkuId: "0001",
  SkuTitle: "Advanced Communications",
  Publisher: "Microsoft Corporation",
  SkuDescription: "Invented",
  UnitOfMeasure: "",
  TermDuration: "P1Y",
  BillingPlan: "Monthly",
  Market: "IT",
  Currency: "EUR",
  UnitPrice: "123.98",
  PricingTierRangeMin: "",
  PricingTierRangeMax: "",
  EffectiveStartDate: "2026-12-01T00:00:00.0000000Z",
  EffectiveEndDate: "9999-11-30T23:59:59.0000000Z",
  Tags: "License",
  "ERP Price": "154.98",
  Segment: "Commercial",
  PreviousValues: "{'ERP Price': '82.8', 'UnitPrice': '66.24'}",
};

type Cells = Readonly<Record<keyof typeof valid, string>>;

function contextOf(columns: readonly string[], isResaved = false) {
  const header = recogniseHeader(columns);
  if (!header.ok) throw new Error(header.failure.code);
  return { header: header.value, isResaved };
}

function parse(change: Partial<Cells>, isResaved = false): ParsedRow {
  return parseRow(Object.values({ ...valid, ...change }), 7, contextOf(Object.keys(valid), isResaved));
}

function problemsOf(change: Partial<Cells>, isResaved = false): readonly string[] {
  const parsed = parse(change, isResaved);
  return parsed.ok ? [] : parsed.problems.map((problem) => `${problem.column} ${problem.code}`);
}

describe("a row of a price list", () => {
  test("becomes one price with exact amounts and UTC instants", () => {
    expect(parse({})).toEqual({
      ok: true,
      notices: [],
      price: {
        row: 7,
        changeIndicator: "change",
        productId: "CFQ7TTC0HDK0",
        productTitle: "Advanced Communications",
        skuId: "0001",
        skuTitle: "Advanced Communications",
        publisher: "Microsoft Corporation",
        description: "Invented",
        unitOfMeasure: "",
        termDuration: "P1Y",
        billingCycle: "monthly",
        market: "IT",
        currency: "EUR",
        unitPrice: { amountMinor: 12398n, currency: "EUR" },
        erpPrice: { amountMinor: 15498n, currency: "EUR" },
        tierMinimum: 0,
        tierMaximum: null,
        effectiveStart: new Date("2026-12-01T00:00:00Z"),
        effectiveEnd: null,
        segment: "Commercial",
        tags: ["License"],
        isTrial: false,
        previousValues: { "ERP Price": "82.8", UnitPrice: "66.24" },
      },
    });
  });

  test("counts up to and with its printed last second", () => {
    const parsed = parse({ EffectiveEndDate: "2/3/2027 6:57:30 AM" });
    expect(parsed.ok && parsed.price.effectiveEnd).toEqual(new Date("2027-02-03T06:57:30.999Z"));
  });

  test.each([
    ["4/1/2025 12:00:00 AM", "2025-04-01T00:00:00Z"],
    ["4/1/2025 12:30:00 PM", "2025-04-01T12:30:00Z"],
    ["12/31/2025 11:59:59 PM", "2025-12-31T23:59:59Z"],
    ["2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z"],
  ])("starts at %s, read as month before day in UTC", (text, expected) => {
    const parsed = parse({ EffectiveStartDate: text });
    expect(parsed.ok && parsed.price.effectiveStart).toEqual(new Date(expected));
  });

  test("of a trial has no billing and costs nothing", () => {
    const parsed = parse({
      TermDuration: "P1M",
      BillingPlan: "None",
      UnitPrice: "0",
      "ERP Price": "0",
      Tags: "License;Trial",
    });
    expect(parsed).toMatchObject({
      ok: true,
      price: { billingCycle: "none", isTrial: true, tags: ["License", "Trial"] },
    });
  });

  test("tells everything that is wrong with it at once, with column and row", () => {
    const parsed = parse({
      ProductId: "x",
      TermDuration: "P2Y",
      Market: "Italy",
      UnitPrice: "-1",
      Segment: "Retail",
    });
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      { row: 7, column: "ProductId", code: "price_list.product_id.format", params: { value: "x" } },
      { row: 7, column: "TermDuration", code: "price_list.term.unknown", params: { value: "P2Y" } },
      { row: 7, column: "Market", code: "price_list.market.unknown", params: { value: "Italy" } },
      { row: 7, column: "Segment", code: "price_list.segment.unknown", params: { value: "Retail" } },
      { row: 7, column: "UnitPrice", code: "price_list.price.negative", params: { value: "-1" } },
    ]);
  });

  test.each([
    [{ ProductTitle: " " }, ["ProductTitle text.required"]],
    [{ ProductTitle: "a\u0000b" }, ["ProductTitle text.control_character"]],
    [{ Tags: "License;Tri\u0000al" }, ["Tags text.control_character"]],
    [{ SkuTitle: "x".repeat(401) }, ["SkuTitle text.too_long"]],
    [{ SkuDescription: "x".repeat(8001) }, ["SkuDescription text.too_long"]],
    [{ SkuDescription: "two\r\nlines" }, []],
    [{ ProductId: "1.23457E+11" }, ["ProductId price_list.scientific_notation"]],
    [{ SkuId: "1E+10" }, ["SkuId price_list.scientific_notation"]],
    [{ BillingPlan: "Weekly" }, ["BillingPlan price_list.billing.unknown"]],
    [{ TermDuration: "P1M", BillingPlan: "Annual" }, ["BillingPlan price_list.billing.longer_than_term"]],
    [
      { TermDuration: "OneTime", Tags: "Software;Perpetual" },
      ["TermDuration price_list.term.unknown", "Tags price_list.tags.software"],
    ],
    [{ Currency: "Euro" }, ["Currency price_list.currency.unknown"]],
    [{ Currency: "DEM" }, ["Currency price_list.currency.unknown"]],
    [{ UnitPrice: "0.0535" }, ["UnitPrice price_list.price.too_precise"]],
    [{ UnitPrice: "123.9800" }, []],
    [{ Currency: "JPY", UnitPrice: "100.5", "ERP Price": "120" }, ["UnitPrice price_list.price.too_precise"]],
    [{ UnitPrice: "" }, ["UnitPrice price_list.price.format"]],
    [{ UnitPrice: "=1+1" }, ["UnitPrice price_list.price.format"]],
    [{ "ERP Price": "" }, []],
    [{ PricingTierRangeMin: "10", PricingTierRangeMax: "5" }, ["PricingTierRangeMax price_list.tier.order"]],
    [{ PricingTierRangeMin: "1.5" }, ["PricingTierRangeMin price_list.tier.format"]],
    [{ EffectiveStartDate: "01/04/2025 00:00" }, ["EffectiveStartDate price_list.date.rewritten"]],
    [{ EffectiveStartDate: "" }, ["EffectiveStartDate price_list.date.format"]],
    [{ EffectiveStartDate: "2026-02-30T00:00:00Z" }, ["EffectiveStartDate price_list.date.format"]],
    [{ EffectiveStartDate: "2026-01-01T24:00:00Z" }, ["EffectiveStartDate price_list.date.format"]],
    [{ EffectiveStartDate: "13/1/2026 12:00:00 AM" }, ["EffectiveStartDate price_list.date.format"]],
    [{ EffectiveStartDate: "1/1/2026 0:00:00 AM" }, ["EffectiveStartDate price_list.date.format"]],
    [{ EffectiveEndDate: "2026-11-30T23:59:59Z" }, ["EffectiveEndDate price_list.date.order"]],
    [{ ChangeIndicator: "Maybe" }, ["ChangeIndicator price_list.change.unknown"]],
  ])("with %j has the problems %j", (change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  test("with zeros lost in a spreadsheet is repaired, and the repair is told", () => {
    const parsed = parse({ SkuId: "2", UnitPrice: "1.123,98", "ERP Price": "154,98" }, true);
    expect(parsed).toMatchObject({ ok: true, price: { skuId: "0002", unitPrice: { amountMinor: 112398n } } });
    expect(parsed.ok && parsed.notices).toEqual([
      { row: 7, column: "SkuId", code: "price_list.repaired.sku_id", params: { from: "2", to: "0002" } },
      { row: 7, column: "UnitPrice", code: "price_list.repaired.price", params: { from: "1.123,98" } },
      { row: 7, column: "ERP Price", code: "price_list.repaired.price", params: { from: "154,98" } },
    ]);
  });

  test("with previous values in an unknown form is kept, and that is told", () => {
    const parsed = parse({ PreviousValues: "price was 3" });
    expect(parsed).toMatchObject({ ok: true, price: { previousValues: null } });
    expect(parsed.ok && parsed.notices.map((notice) => notice.code)).toEqual([
      "price_list.previous_values.not_read",
    ]);
  });

  test("with another number of cells than the header is refused whole", () => {
    const context = contextOf(Object.keys(valid));
    const cells = Object.values(valid);
    const refusal = { column: "", code: "price_list.column_count" };
    expect(parseRow(cells.slice(1), 2, context)).toMatchObject({ ok: false, problems: [refusal] });
    expect(parseRow([...cells, "x"], 2, context)).toMatchObject({ ok: false, problems: [refusal] });
    expect(parseRow([...cells, "", ""], 2, context)).toMatchObject({ ok: true });
    expect(parseRow([], 2, context)).toMatchObject({ ok: false, problems: [refusal] });
  });
});

describe("any row", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      ...Object.values(valid),
      "1",
      "0",
      "1,5",
      "P1M",
      "Annual",
      "=cmd|' /C calc'!A0",
      "__proto__",
    ),
  );

  test("gets an answer without an exception, whatever its cells are", () => {
    const columns = Object.keys(valid);
    const contexts = [contextOf(columns), contextOf(columns, true)];
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 24 }), fc.constantFrom(...contexts), (cells, context) => {
        const parsed = parseRow(cells, 2, context);
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test("that is accepted says exactly what its cells say", () => {
    const price = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.constantFrom<Currency>("EUR", "JPY", "KWD"))
      .map(([amountMinor, currency]) => ({ amountMinor, currency }));
    const start = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(price, start, fc.stringMatching(/^[0-9A-Z]{4}$/), (unitPrice, startsAt, skuId) => {
        const EffectiveStartDate = `${startsAt.toISOString().slice(0, 19)}.0000000Z`;
        const cells = { Currency: unitPrice.currency, UnitPrice: toDecimalText(unitPrice), "ERP Price": "" };
        const parsed = parse({ ...cells, SkuId: skuId, EffectiveStartDate });
        expect(parsed).toMatchObject({ ok: true, notices: [], price: { unitPrice, skuId } });
        expect(parsed.ok && `${parsed.price.effectiveStart.toISOString().slice(0, 19)}.0000000Z`).toBe(
          EffectiveStartDate,
        );
      }),
    );
  });
});

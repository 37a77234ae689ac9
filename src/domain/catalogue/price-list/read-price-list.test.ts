import { describe, expect, test } from "vitest";
import { fileOf, rowOf, swissHeader } from "../../../../tests/support/price-list-text";
import { readAll, readText } from "../../../../tests/support/price-lists";
import { readPriceList } from "./read-price-list";

describe("a price list saved by a spreadsheet", () => {
  test("with semicolons, decimal commas, lost zeros and Windows-1252 letters is read as it was", async () => {
    const header = swissHeader.replaceAll(",", ";");
    const change = {
      SkuId: "1",
      SkuTitle: "Città € 1",
      UnitPrice: "1.096,5",
      "ERP Price": "120",
      Tags: '"License;Trial"',
    };
    const text = `${header}\r\n${rowOf(change, ";")}\r\n`;
    const bytes = Buffer.from(text.replaceAll("€", "\u0080"), "latin1");
    const list = await readText(bytes);
    expect(list.opened).toMatchObject({ delimiter: ";" });
    expect(list.last).toMatchObject({
      kind: "finished",
      encoding: "windows-1252",
      counts: { rowsAccepted: 1, rowsRepaired: 1 },
    });
    expect(list.prices[0]).toMatchObject({
      skuId: "0001",
      skuTitle: "Città € 1",
      unitPrice: { amountMinor: 109650n },
    });
    expect(list.notices.map((notice) => notice.code)).toEqual([
      "price_list.repaired.sku_id",
      "price_list.repaired.price",
    ]);
  });

  test("with dates in a local form is refused row by row with the reason", async () => {
    const list = await readText(fileOf([rowOf({ EffectiveStartDate: "01/04/2025 00:00" }), rowOf()]));
    expect(list.problems).toEqual([
      {
        row: 2,
        column: "EffectiveStartDate",
        code: "price_list.date.rewritten",
        params: { value: "01/04/2025 00:00" },
      },
    ]);
    expect(list.last).toMatchObject({ counts: { rowsRead: 2, rowsAccepted: 1, rowsRejected: 1 } });
  });

  test("leaves empty rows and empty columns behind, which do not count but keep the row numbers", async () => {
    const list = await readText(`${swissHeader},,\n${rowOf()},,\n\n,,,\n${rowOf({ SkuId: "?" })},,\n`);
    expect(list.last).toMatchObject({ counts: { rowsRead: 2, rowsAccepted: 1, rowsRejected: 1 } });
    expect(list.problems.map((problem) => problem.row)).toEqual([5]);
  });
});

describe("rows that speak of the same price", () => {
  test("equal ones count once, and the repetition is told", async () => {
    const list = await readText(fileOf([rowOf(), rowOf({ SkuId: "0002" }), rowOf()]));
    expect(list.last).toMatchObject({
      counts: { rowsRead: 3, rowsAccepted: 2, rowsRepeated: 1, rowsRejected: 0 },
    });
    expect(list.notices).toEqual([
      { row: 4, column: "", code: "price_list.repeated_row", params: { firstRow: 2 } },
    ]);
  });

  test.each([
    ["price", { UnitPrice: "97" }],
    ["recommended price", { "ERP Price": "121" }],
    ["end", { EffectiveEndDate: "11/30/2026 11:59:59 PM" }],
    ["tier", { PricingTierRangeMax: "10" }],
  ])("with the same start and another %s contradict each other: the first stands", async (_, change) => {
    const list = await readText(fileOf([rowOf(), rowOf(change)]));
    expect(list.prices.map((price) => price.row)).toEqual([2]);
    expect(list.problems).toEqual([
      { row: 3, column: "", code: "price_list.contradicting_row", params: { firstRow: 2 } },
    ]);
  });

  test("that follow each other without overlap are both kept silently", async () => {
    const first = rowOf({ EffectiveEndDate: "11/30/2026 11:59:59 PM" });
    const next = rowOf({ EffectiveStartDate: "12/1/2026 12:00:00 AM", UnitPrice: "97" });
    const list = await readText(fileOf([first, next]));
    expect([list.prices.length, list.notices]).toEqual([2, []]);
  });

  test("are compared with every earlier row, not with the first alone", async () => {
    const first = rowOf({ EffectiveEndDate: "11/30/2026 11:59:59 PM" });
    const next = rowOf({ EffectiveStartDate: "12/1/2026 12:00:00 AM", UnitPrice: "97" });
    const list = await readText(fileOf([first, next, next, next.replace(",97,", ",98,")]));
    expect(list.notices).toMatchObject([
      { row: 4, code: "price_list.repeated_row", params: { firstRow: 3 } },
    ]);
    expect(list.problems).toMatchObject([
      { row: 5, code: "price_list.contradicting_row", params: { firstRow: 3 } },
    ]);
  });

  test("overlap only when their dates do, in whichever order they come", async () => {
    const later = rowOf({ EffectiveStartDate: "12/1/2026 12:00:00 AM", UnitPrice: "97" });
    const before = rowOf({ EffectiveEndDate: "11/30/2026 11:59:59 PM" });
    const reaching = rowOf({ EffectiveEndDate: "12/1/2026 12:00:00 AM" });
    expect((await readText(fileOf([later, before]))).notices).toEqual([]);
    expect((await readText(fileOf([later, reaching]))).notices).toMatchObject([
      { row: 3, params: { otherRow: 2 } },
    ]);
  });
});

test("one thing with hundreds of starts is refused from the hundred and first on, each overlap told once", async () => {
  const starts = Array.from({ length: 300 }, (_, index) => `1/1/${2000 + index} 12:00:00 AM`);
  const list = await readText(fileOf(starts.map((EffectiveStartDate) => rowOf({ EffectiveStartDate }))));
  expect([list.prices.length, list.notices.length]).toEqual([100, 99]);
  expect(list.problems).toHaveLength(200);
  expect(list.problems[0]).toEqual({
    row: 102,
    column: "",
    code: "price_list.too_many_periods",
    params: { max: 100 },
  });
});

describe("letters beyond ASCII", () => {
  const rows = Array.from({ length: 40 }, (_, index) =>
    rowOf({ SkuId: `00${10 + index}`, SkuTitle: "Città 🌍 株" }),
  );

  test.each([
    ["UTF-8", Buffer.from(fileOf(rows)), "utf-8", "Città 🌍 株"],
    [
      "Windows-1252",
      Buffer.from(fileOf(rows.map((row) => row.replace("🌍 株", "ß"))), "latin1"),
      "windows-1252",
      "Città ß",
    ],
  ])("in %s survive pieces that cut them anywhere", async (_, bytes, encoding, title) => {
    async function* single() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const list = await readAll(single());
    expect(list.last).toMatchObject({ kind: "finished", encoding, counts: { rowsAccepted: 40 } });
    expect(new Set(list.prices.map((price) => price.skuTitle))).toEqual(new Set([title]));
  });
});

describe("the reader", () => {
  test("passes on what breaks in the source itself", async () => {
    async function* cut() {
      yield Buffer.from(
        fileOf(Array.from({ length: 100 }, (_, index) => rowOf({ SkuId: String(1000 + index) }))),
      );
      throw new Error("connection reset");
    }
    await expect(readAll(cut())).rejects.toThrow("connection reset");
  });

  test("closes the source when nobody reads on", async () => {
    let isClosed = false;
    async function* endless() {
      try {
        yield Buffer.from(`${swissHeader}\n`);
        for (let index = 0; ; index += 1)
          yield Buffer.from(`${rowOf({ SkuId: String(1000 + (index % 9000)) })}\n`);
      } finally {
        isClosed = true;
      }
    }
    for await (const event of readPriceList(endless(), { batchSize: 10 })) if (event.kind === "rows") break;
    expect(isClosed).toBe(true);
  });

  test("takes no more from the source than it needs for the rows handed out", async () => {
    let piecesTaken = 0;
    async function* pieces() {
      yield Buffer.from(`${swissHeader}\n`);
      for (let index = 0; index < 20_000; index += 1) {
        piecesTaken += 1;
        yield Buffer.from(`${rowOf({ ProductId: `SYN${String(index).padStart(9, "0")}` })}\n`);
      }
    }
    for await (const event of readPriceList(pieces(), { batchSize: 10 })) if (event.kind === "rows") break;
    expect(piecesTaken).toBeLessThan(2000);
  });
});

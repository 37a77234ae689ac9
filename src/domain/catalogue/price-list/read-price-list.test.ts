import { createReadStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PriceListRow } from "./price-list-row";
import type { ByteSource, PriceListEvent, ReadOptions } from "./read-price-list";
import { readPriceList } from "./read-price-list";

const folder = "prisma/data/price-lists";
const italy = `${folder}/SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_IT.csv`;
const unitedStates = `${folder}/SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_US.csv`;
const preview = `${folder}/SYNTHETIC_Dec_NCE_LicenseBasedPL_Preview_IT.csv`;
const switzerland = `${folder}/SYNTHETIC_api_updatedlicensebased_CH.csv`;
const offerMatrix = `${folder}/SYNTHETIC_NCE_OfferMatrix_202611.csv`;

async function read(source: ByteSource, options?: ReadOptions) {
  const events: PriceListEvent[] = [];
  for await (const event of readPriceList(source, options)) events.push(event);
  const batches = events.flatMap((event) => (event.kind === "rows" ? [event] : []));
  return {
    events,
    batches,
    opened: events.find((event) => event.kind === "opened"),
    last: events.at(-1),
    prices: batches.flatMap((batch) => batch.prices),
    problems: batches.flatMap((batch) => batch.problems),
    notices: batches.flatMap((batch) => batch.notices),
  };
}

function readText(text: string | Uint8Array, options?: ReadOptions) {
  return read(Readable.from([Buffer.from(text)]), options);
}

const swissHeader =
  "ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment";

/** One row of the API's layout; every cell can be replaced by name. */
function rowOf(change: Readonly<Record<string, string>> = {}, delimiter = ","): string {
  const cells: Readonly<Record<string, string>> = {
    ...Object.fromEntries(swissHeader.split(",").map((name) => [name, ""])),
    ...{
      ProductTitle: "Intune",
      ProductId: "SYNFT7Q55HB7",
      SkuId: "0001",
      SkuTitle: "Intune",
      Publisher: "Microsoft",
    },
    ...{ TermDuration: "P1Y", BillingPlan: "Annual", Market: "CH", Currency: "CHF", UnitPrice: "96.00" },
    ...{ EffectiveStartDate: "4/1/2025 12:00:00 AM", EffectiveEndDate: "11/30/9999 11:59:59 PM" },
    ...{ Tags: "License", "ERP Price": "120.00", Segment: "Commercial" },
    ...change,
  };
  return Object.values(cells).join(delimiter);
}

function fileOf(rows: readonly string[], end = "\n"): string {
  return [swissHeader, ...rows].join(end) + end;
}

function countBy(prices: readonly PriceListRow[], key: (price: PriceListRow) => string) {
  const counts: Record<string, number> = {};
  for (const price of prices) counts[key(price)] = (counts[key(price)] ?? 0) + 1;
  return counts;
}

describe("the price lists that come with the product", () => {
  test("Italy, November: 5,910 rows in six currencies, nothing refused or repaired", async () => {
    const list = await read(createReadStream(italy));
    expect(list.opened).toEqual({ kind: "opened", layout: "nce_licence_portal", delimiter: "," });
    expect(list.last).toEqual({
      kind: "finished",
      counts: {
        rowsRead: 5910,
        rowsAccepted: 5910,
        rowsRejected: 0,
        rowsRepaired: 0,
        rowsRepeated: 0,
        bytesRead: readFileSync(italy).length,
      },
      encoding: "utf-8",
      markets: ["IT"],
      currencies: ["CHF", "DKK", "EUR", "GBP", "NOK", "SEK"],
    });
    expect([list.problems, list.notices]).toEqual([[], []]);
    expect(countBy(list.prices, (price) => price.currency)).toEqual({
      CHF: 985,
      DKK: 985,
      EUR: 985,
      GBP: 985,
      NOK: 985,
      SEK: 985,
    });
    expect(countBy(list.prices, (price) => price.termDuration)).toEqual({ P1Y: 3624, P1M: 1764, P3Y: 522 });
    expect(countBy(list.prices, (price) => price.billingCycle)).toEqual({
      monthly: 3678,
      annual: 1986,
      triennial: 174,
      none: 72,
    });
    expect(countBy(list.prices, (price) => price.segment)).toEqual({
      Commercial: 4434,
      Education: 804,
      Charity: 672,
    });
    expect(list.prices.filter((price) => price.isTrial)).toHaveLength(72);
    expect(new Set(list.prices.map((price) => price.productId)).size).toBe(201);
  });

  test("United States, November: 1,090 rows with the Government segment", async () => {
    const list = await read(createReadStream(unitedStates));
    expect(list.last).toMatchObject({
      kind: "finished",
      counts: { rowsAccepted: 1090, rowsRejected: 0 },
      currencies: ["USD"],
    });
    expect(countBy(list.prices, (price) => price.segment)).toEqual({
      Commercial: 739,
      Education: 134,
      Charity: 112,
      Government: 105,
    });
  });

  test("Italy, preview for December: 90 additions, 528 changes, 138 ends of sale, previous values read", async () => {
    const list = await read(createReadStream(preview));
    expect(list.last).toMatchObject({ kind: "finished", counts: { rowsAccepted: 618, rowsRejected: 0 } });
    expect(countBy(list.prices, (price) => price.changeIndicator ?? "")).toEqual({ add: 90, change: 528 });
    expect(list.prices.filter((price) => price.effectiveEnd !== null)).toHaveLength(138);
    expect(list.prices.filter((price) => price.previousValues !== null)).toHaveLength(528);
    expect(list.notices).toEqual([]);
  });

  test("Switzerland, API: 601 rows, and the one pair whose dates overlap is told and kept", async () => {
    const list = await read(createReadStream(switzerland));
    expect(list.opened).toEqual({ kind: "opened", layout: "nce_licence_api", delimiter: "," });
    expect(list.last).toMatchObject({
      kind: "finished",
      counts: { rowsAccepted: 601, rowsRejected: 0 },
      currencies: ["CHF", "EUR"],
    });
    expect(list.notices).toEqual([
      { row: 22, column: "EffectiveStartDate", code: "price_list.overlapping_row", params: { otherRow: 21 } },
    ]);
    expect(list.prices[19]).toMatchObject({
      effectiveStart: new Date("2026-02-01T00:00:00Z"),
      effectiveEnd: null,
    });
    expect(list.prices[20]?.effectiveEnd).toEqual(new Date("2026-02-03T06:57:30.999Z"));
  });

  test("the offer matrix is refused by its name", async () => {
    const list = await read(createReadStream(offerMatrix));
    expect(list.events).toEqual([{ kind: "refused", problem: { code: "price_list.file.offer_matrix" } }]);
  });

  test.each([1, 7, 4096, 1_000_000])(
    "read the same in pieces of %i bytes, also with CRLF and without BOM",
    async (size) => {
      const bytes = readFileSync(switzerland);
      const variant = Buffer.from(bytes.toString("utf8").replaceAll("\n", "\r\n"));
      async function* pieces() {
        for (let at = 0; at < variant.length; at += size) yield variant.subarray(at, at + size);
      }
      const [whole, inPieces] = [await read(Readable.from([bytes])), await read(pieces())];
      expect(inPieces.prices).toEqual(whole.prices);
    },
  );

  test("read the same from a browser's stream", async () => {
    const list = await read(new Blob([readFileSync(switzerland)]).stream());
    expect(list.last).toMatchObject({ kind: "finished", counts: { rowsAccepted: 601 } });
  });

  test("come in batches with running counts, so that progress can be shown", async () => {
    const list = await read(createReadStream(italy), { batchSize: 1000 });
    expect(list.batches.map((batch) => batch.prices.length)).toEqual([1000, 1000, 1000, 1000, 1000, 910]);
    expect(list.batches.map((batch) => batch.counts.rowsRead)).toEqual([1000, 2000, 3000, 4000, 5000, 5910]);
    const bytes = list.batches.map((batch) => batch.counts.bytesRead);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(bytes[0]).toBeLessThan(readFileSync(italy).length / 2);
  });
});

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
    const list = await read(single());
    expect(list.last).toMatchObject({ kind: "finished", encoding, counts: { rowsAccepted: 40 } });
    expect(new Set(list.prices.map((price) => price.skuTitle))).toEqual(new Set([title]));
  });
});

describe("a file that is no price list", () => {
  const quoteOpen = `${swissHeader}\n"${rowOf()}\n`;
  test.each([
    ["nothing", "", "price_list.file.empty"],
    ["blank lines", "\n\n\n", "price_list.file.empty"],
    ["a byte order mark alone", "\uFEFF", "price_list.file.empty"],
    ["a header without rows", `${swissHeader}\n\n`, "price_list.file.no_rows"],
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "price_list.file.workbook"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "price_list.file.workbook"],
    ["UTF-16", Buffer.from(`\uFEFF${swissHeader}`, "utf16le"), "price_list.file.utf_16"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "price_list.file.binary"],
    ["a compressed file", Buffer.from([0x1f, 0x8b, 8, 8]), "price_list.file.binary"],
    ["a PDF", "%PDF-1.7", "price_list.file.binary"],
    ["a web page", "<!doctype html>\n<p>Sign in</p>", "price_list.file.unknown_layout"],
    ["a hundred columns", `${"c,".repeat(99)}c\n`, "price_list.file.too_many_columns"],
    ["one endless line", "x".repeat(200_000), "price_list.file.unknown_layout"],
    ["an unclosed quote", quoteOpen, "price_list.file.broken_quotes"],
    ["an unclosed quote in the header", `"${swissHeader}`, "price_list.file.broken_quotes"],
    [
      "a stray quote",
      `${swissHeader}\n${rowOf({ SkuTitle: '5" screen' })}\n`,
      "price_list.file.broken_quotes",
    ],
    ["a giant cell", fileOf([rowOf({ SkuDescription: "x".repeat(70_000) })]), "price_list.file.row_too_long"],
    [
      "an unclosed quote before a megabyte",
      quoteOpen + "x".repeat(1_000_000),
      "price_list.file.row_too_long",
    ],
    [
      "the software list",
      fileOf([rowOf({ TermDuration: "OneTime", Tags: "Software;Perpetual" })]),
      "price_list.file.software",
    ],
  ])("such as %s is refused", async (_, content, code) => {
    const list = await readText(content);
    expect(list.last).toMatchObject({ kind: "refused", problem: { code } });
    expect(list.prices).toEqual([]);
  });

  test("is refused with the line where its quotes break", async () => {
    const list = await readText(fileOf([rowOf(), rowOf({ SkuTitle: '5" screen' })]));
    expect(list.last).toEqual({
      kind: "refused",
      problem: { code: "price_list.file.broken_quotes", params: { line: 3 } },
    });
  });

  test("is refused when its letters are UTF-8 in one place and Windows-1252 in another", async () => {
    const utf8 = Buffer.from(fileOf([rowOf({ SkuTitle: "Città" })]));
    const latin = Buffer.from(`${rowOf({ SkuTitle: "Città", SkuId: "0002" })}\n`, "latin1");
    const mixed = await readText(Buffer.concat([utf8, latin]));
    expect(mixed.last).toEqual({ kind: "refused", problem: { code: "price_list.file.encoding" } });
    const blank = Buffer.from(" \n".repeat(5000));
    const far = await read(Readable.from([utf8, blank, latin, blank]));
    expect(far.last).toEqual({ kind: "refused", problem: { code: "price_list.file.encoding" } });
  });

  test("is refused at the limit of rows", async () => {
    const rows = Array.from({ length: 11 }, (_, index) => rowOf({ SkuId: `00${10 + index}` }));
    expect((await readText(fileOf(rows), { rowCountMax: 11 })).last).toMatchObject({ kind: "finished" });
    expect((await readText(fileOf(rows), { rowCountMax: 10 })).last).toEqual({
      kind: "refused",
      problem: { code: "price_list.file.too_many_rows", params: { max: 10 } },
    });
  });

  test("with NUL in a cell far inside has that row refused and the others read", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => rowOf({ SkuId: `00${10 + index}` }));
    const list = await readText(fileOf([...rows, rowOf({ SkuTitle: "a\u0000b" })]));
    expect(list.problems).toMatchObject([{ row: 62, column: "SkuTitle", code: "text.control_character" }]);
    expect(list.prices).toHaveLength(60);
  });

  test("ends with an answer and without an exception, whatever its bytes are", async () => {
    const noise = fc.uint8Array({ maxLength: 3000 });
    const broken = fc.tuple(fc.nat({ max: 2000 }), noise).map(([at, bytes]) => {
      const good = Buffer.from(fileOf([rowOf(), rowOf({ SkuId: "0002" })]));
      return Buffer.concat([good.subarray(0, at), bytes, good.subarray(at)]);
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, broken), async (bytes) => {
        const { last } = await readText(bytes);
        expect(["finished", "refused"]).toContain(last?.kind);
      }),
      { numRuns: 300 },
    );
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
    await expect(read(cut())).rejects.toThrow("connection reset");
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

import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileOf, rowOf, swissHeader } from "../../../../tests/support/price-list-text";
import { readAll, readText } from "../../../../tests/support/price-lists";

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
    const far = await readAll(Readable.from([utf8, blank, latin, blank]));
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
  }, 30_000);
});

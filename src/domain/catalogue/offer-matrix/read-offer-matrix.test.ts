import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { readOfferMatrix } from "./read-offer-matrix";

const header =
  "ProductTitle,ProductId,SkuId,SkuTitle,ProvisioningId,ProvisioningString,MinLicenses,MaxLicenses,AssetOwnershipLimit,AssetOwnershipLimitType,ProductSkuPreRequisites,ProductSkuConversion,Description,AllowedCountries";

function rowOf(change: Readonly<Record<string, string>> = {}): string {
  const cells = {
    ...Object.fromEntries(header.split(",").map((name) => [name, ""])),
    ...{ ProductTitle: "Intune", ProductId: "SYNFT7Q55HB7", SkuId: "0001", AllowedCountries: "IT;CH" },
    ...change,
  };
  return Object.values(cells).join(",");
}

async function read(...lines: readonly string[]) {
  const events = [];
  for await (const event of readOfferMatrix(Readable.from([Buffer.from(lines.join("\n"))])))
    events.push(event);
  const batches = events.flatMap((event) => (event.kind === "rows" ? [event] : []));
  return {
    last: events.at(-1),
    entries: batches.flatMap((batch) => batch.rows),
    problems: batches.flatMap((batch) => batch.problems),
    notices: batches.flatMap((batch) => batch.notices),
  };
}

describe("an offer matrix", () => {
  test("R91–R94: gives seats, limits, prerequisites, conversions and countries of each SKU", async () => {
    const matrix = await read(
      header,
      rowOf({
        MinLicenses: "5",
        MaxLicenses: "300",
        AssetOwnershipLimit: "2",
        AssetOwnershipLimitType: "ConcurrentCount",
        ProductSkuPreRequisites: '"CFQ7TTC0LH18/0001,CFQ7TTC0LDPB/0002"',
        ProductSkuConversion: "SYNBLSK1P72K/0001",
        Description: "What it is",
      }),
    );
    expect(matrix.entries).toEqual([
      {
        row: 2,
        productId: "SYNFT7Q55HB7",
        skuId: "0001",
        minimumQuantity: 5,
        maximumQuantity: 300,
        limitScope: "concurrent",
        limit: 2,
        prerequisites: ["CFQ7TTC0LH18/0001", "CFQ7TTC0LDPB/0002"],
        conversions: ["SYNBLSK1P72K/0001"],
        countries: ["IT", "CH"],
        description: "What it is",
      },
    ]);
  });

  test("leaves seats unlimited where it says nothing, and a way to count without a number limits nothing", async () => {
    const { entries } = await read(header, rowOf({ AssetOwnershipLimitType: "ConcurrentCount" }));
    expect(entries).toMatchObject([
      { minimumQuantity: 1, maximumQuantity: 10_000_000, limitScope: "none", limit: null },
    ]);
  });

  test("puts back the leading zeros a spreadsheet dropped, and tells", async () => {
    const { entries, notices } = await read(header, rowOf({ SkuId: "1" }));
    expect(entries[0]?.skuId).toBe("0001");
    expect(notices).toEqual([
      { row: 2, column: "SkuId", code: "price_list.repaired.sku_id", params: { from: "1", to: "0001" } },
    ]);
  });

  test("takes equal rows once and refuses rows that contradict an earlier one", async () => {
    const { entries, notices, problems } = await read(header, rowOf(), rowOf(), rowOf({ MaxLicenses: "9" }));
    expect(entries).toHaveLength(1);
    expect(notices).toMatchObject([{ row: 3, code: "price_list.repeated_row", params: { firstRow: 2 } }]);
    expect(problems).toMatchObject([
      { row: 4, code: "price_list.contradicting_row", params: { firstRow: 2 } },
    ]);
  });

  test.each([
    [{ ProductId: "x" }, "ProductId", "price_list.product_id.format"],
    [{ SkuId: "0" }, "SkuId", "price_list.sku_id.format"],
    [{ MinLicenses: "0" }, "MinLicenses", "price_list.matrix.count"],
    [{ MaxLicenses: "10000001" }, "MaxLicenses", "price_list.matrix.count"],
    [{ MinLicenses: "9", MaxLicenses: "8" }, "MaxLicenses", "price_list.matrix.count_order"],
    [{ AssetOwnershipLimitType: "Weekly" }, "AssetOwnershipLimitType", "price_list.matrix.limit_type"],
    [{ AssetOwnershipLimit: "2" }, "AssetOwnershipLimitType", "price_list.matrix.limit_without_type"],
    [{ ProductSkuPreRequisites: "Intune" }, "ProductSkuPreRequisites", "price_list.matrix.sku_list"],
    [{ AllowedCountries: "Italy" }, "AllowedCountries", "price_list.matrix.countries"],
    [{ Description: "a\u0007b" }, "Description", "text.control_character"],
  ])("refuses a row with %j", async (change, column, code) => {
    const { problems, entries } = await read(header, rowOf(change));
    expect(problems).toMatchObject([{ row: 2, column, code }]);
    expect(entries).toEqual([]);
  });

  test("refuses a row with cells missing", async () => {
    const { problems } = await read(header, "Intune,SYNFT7Q55HB7");
    expect(problems).toMatchObject([{ row: 2, code: "price_list.column_count" }]);
  });

  test.each([
    ["nothing", "", "price_list.file.empty"],
    ["no rows", header, "price_list.file.no_rows"],
    [
      "a matrix without its countries",
      header.replace(",AllowedCountries", ""),
      "price_list.file.missing_columns",
    ],
    ["something else", "Name,Town", "price_list.file.unknown_layout"],
    ["a text with NUL", `${header}\u0000`, "price_list.file.binary"],
    ["a quote left open", `${header}\n"${rowOf()}`, "price_list.file.broken_quotes"],
  ])("that is %s is refused", async (_, content, code) => {
    expect((await read(content)).last).toMatchObject({ kind: "refused", problem: { code } });
  });
});

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { owner } from "../../support/database";
import { catalogueDigest, forgetImports, importBytes } from "../../support/price-list-imports";
import { fileOf, rowOf, swissHeader } from "../../support/price-list-text";

beforeEach(forgetImports);
afterAll(forgetImports);

const portalHeader = `ChangeIndicator,${swissHeader},PreviousValues`;

/** A file of the portal's layout; each row says what it changes of a usual one. */
function portalFile(
  ...rows: readonly (Readonly<Record<string, string>> & { readonly mark: string })[]
): string {
  const dates = { EffectiveStartDate: "2025-04-01T00:00:00Z", EffectiveEndDate: "9999-11-30T23:59:59Z" };
  return [
    portalHeader,
    ...rows.map(({ mark, ...change }) => `${mark},${rowOf({ ...dates, ...change })},`),
  ].join("\n");
}

async function prices() {
  const { rows } = await owner.query(
    "select sku_id as sku, unit_price_minor::int as price, effective_to as ends from price where market = 'CH' order by sku_id, effective_from",
  );
  return rows;
}

describe("a file with rows at fault", () => {
  test("is refused whole: the catalogue is as it was, and every fault is told by row, column and reason", async () => {
    await importBytes(fileOf([rowOf()]));
    const before = await catalogueDigest();
    const good = Array.from({ length: 700 }, (_, index) => rowOf({ SkuId: String(1_000 + index) }));
    const refused = await importBytes(
      fileOf([
        rowOf({ UnitPrice: "1" }),
        ...good,
        rowOf({ SkuId: "0002", Market: "Italy", UnitPrice: "free" }),
      ]),
    );
    expect(refused).toMatchObject({
      status: "failed",
      failureCode: "price_list.rows_refused",
      failureParams: { rows: 1 },
      rowsRead: 702,
      rowsAccepted: 701,
      rowsRejected: 1,
      added: 0,
      changed: 0,
      problemCount: 2,
      problems: [
        { row: 703, column: "Market", code: "price_list.market.unknown", params: { value: "Italy" } },
        { row: 703, column: "UnitPrice", code: "price_list.price.format", params: { value: "free" } },
      ],
    });
    expect(await catalogueDigest()).toEqual(before);
  });

  test("has a report of its first thousand faults, and counts the others", async () => {
    const rows = Array.from({ length: 1_500 }, () => rowOf({ Market: "?" }));
    const refused = await importBytes(fileOf(rows));
    expect(refused).toMatchObject({ status: "failed", rowsRejected: 1_500, problemCount: 1_500 });
    expect(refused.problems).toHaveLength(1_000);
    expect(refused.problems.at(-1)?.row).toBe(1_001);
  });

  test("keeps no piece of itself once it has ended, however it did", async () => {
    await importBytes(fileOf([rowOf()]));
    await importBytes(fileOf([rowOf({ Market: "?" })]));
    const { rows } = await owner.query("select count(*)::int as kept from price_list_file_chunk");
    expect(rows).toEqual([{ kept: 0 }]);
  });
});

describe("a file that was opened in a spreadsheet", () => {
  test("is published with its leading zeros put back, each repaired row told", async () => {
    const done = await importBytes(fileOf([rowOf({ SkuId: "1" }), rowOf({ SkuId: "0002" })]));
    expect(done).toMatchObject({
      status: "completed",
      added: 2,
      rowsRepaired: 1,
      notices: [
        { row: 2, column: "SkuId", code: "price_list.repaired.sku_id", params: { from: "1", to: "0001" } },
      ],
    });
    expect((await prices()).map((price) => price.sku)).toEqual(["0001", "0002"]);
  });

  test("is refused when its dates were rewritten, because nobody can tell day from month", async () => {
    const refused = await importBytes(fileOf([rowOf({ EffectiveStartDate: "01/04/2025" })]));
    expect(refused).toMatchObject({ status: "failed", problems: [{ code: "price_list.date.rewritten" }] });
  });
});

describe("a list over an earlier one", () => {
  test("changes what differs, adds what is new, and leaves what it does not mention", async () => {
    await importBytes(fileOf([rowOf(), rowOf({ SkuId: "0002" }), rowOf({ SkuId: "0003" })]));
    const next = await importBytes(
      fileOf([
        rowOf({ UnitPrice: "97" }),
        rowOf({ SkuId: "0002" }),
        rowOf({ SkuId: "0004", SkuTitle: "Città" }),
      ]),
    );
    expect(next).toMatchObject({ added: 1, changed: 1, unchanged: 1, offersAdded: 1, offersChanged: 0 });
    expect(await prices()).toMatchObject([
      { sku: "0001", price: 9700 },
      { sku: "0002", price: 9600 },
      { sku: "0003", price: 9600 },
      { sku: "0004", price: 9600 },
    ]);
    const { rows } = await owner.query("select search_text from sku where sku_id = '0004'");
    expect(rows).toEqual([{ search_text: "citta intune synft7q55hb7 0004" }]);
  });

  test("ends a price it marks as deleted, now or at the printed end, and one ended before stays as it ended", async () => {
    await importBytes(portalFile({ mark: "Add" }, { mark: "Add", SkuId: "0002" }));
    const end = "2026-10-31T23:59:59Z";
    const deleting = portalFile(
      { mark: "Delete" },
      { mark: "Delete", SkuId: "0002", EffectiveEndDate: end },
      { mark: "Delete", SkuId: "0003" },
    );
    const started = Date.now();
    expect(await importBytes(deleting)).toMatchObject({
      status: "completed",
      added: 0,
      changed: 2,
      unchanged: 1,
    });
    const [first, second, ...others] = await prices();
    expect(Math.abs(first.ends.getTime() - started)).toBeLessThan(10_000);
    expect(second.ends).toEqual(new Date("2026-10-31T23:59:59.999Z"));
    expect(others).toEqual([]);
    expect(await importBytes(deleting)).toMatchObject({ changed: 0, unchanged: 3 });
    expect((await prices())[0].ends).toEqual(first.ends);
  });

  test("in force does not take away an end to come that a preview told; the next preview can", async () => {
    const end = "2099-12-31T23:59:59Z";
    const announced = portalFile({ mark: "Change", EffectiveEndDate: end });
    const open = portalFile({ mark: "Unchanged" });
    await importBytes(open);
    expect(await importBytes(announced, { kind: "preview" })).toMatchObject({ changed: 1 });
    expect(await importBytes(open)).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await prices())[0].ends).toEqual(new Date("2099-12-31T23:59:59.999Z"));
    expect(await importBytes(open, { kind: "preview" })).toMatchObject({ changed: 1 });
    expect((await prices())[0].ends).toBeNull();
  });

  test("gives a product the title its first row in the file has, so that a repetition changes nothing", async () => {
    const twoTitles = fileOf([
      rowOf(),
      ...Array.from({ length: 600 }, (_, index) =>
        rowOf({ SkuId: String(1_000 + index), ProductTitle: "Intune Suite" }),
      ),
    ]);
    await importBytes(twoTitles);
    const before = await catalogueDigest();
    expect(await importBytes(twoTitles)).toMatchObject({ changed: 0, offersChanged: 0 });
    expect(await catalogueDigest()).toEqual(before);
    const { rows } = await owner.query("select title from product where id = 'SYNFT7Q55HB7'");
    expect(rows).toEqual([{ title: "Intune" }]);
  });
});

describe("a file that is no price list", () => {
  test.each([
    ["nothing but its header", `${swissHeader}\n`, "price_list.file.no_rows"],
    ["a hundred columns", `${"c,".repeat(99)}c\nx`, "price_list.file.too_many_columns"],
    ["a quote left open", `${swissHeader}\n"${rowOf()}\n`, "price_list.file.broken_quotes"],
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "price_list.file.workbook"],
    ["UTF-16", Buffer.from(`\uFEFF${swissHeader}`, "utf16le"), "price_list.file.utf_16"],
    ["NUL", `${swissHeader}\n\u0000`, "price_list.file.binary"],
    ["another table", "Name,Town\nAnna,Roma\n", "price_list.file.unknown_layout"],
  ])(
    "such as %s is refused by its name and leaves the catalogue as it was",
    async (_, content, failureCode) => {
      const before = await catalogueDigest();
      expect(await importBytes(content)).toMatchObject({ status: "failed", failureCode, added: 0 });
      expect(await catalogueDigest()).toEqual(before);
    },
  );

  test("may hold what a report cannot keep, and is refused all the same", async () => {
    const names = swissHeader.split(",");
    const header = [names[0]?.padEnd(5_000), ...names.slice(1), "N\u0000"].join(",");
    expect(await importBytes(`${header}\n${rowOf()}\n`)).toMatchObject({
      status: "failed",
      failureCode: "price_list.file.unknown_columns",
      failureParams: { columns: "N" },
    });
  });
});

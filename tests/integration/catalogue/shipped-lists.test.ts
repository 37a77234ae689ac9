import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { owner } from "../../support/database";
import { catalogueDigest, forgetImports, importShipped } from "../../support/price-list-imports";

const italy = "SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_IT.csv";
const preview = "SYNTHETIC_Dec_NCE_LicenseBasedPL_Preview_IT.csv";
const matrix = "SYNTHETIC_NCE_OfferMatrix_202611.csv";

async function count(sql: string): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(`select count(*) from ${sql}`);
  return Number(rows[0]?.count);
}

beforeAll(forgetImports);
afterAll(forgetImports);

describe("the lists that come with the product, one after the other", () => {
  test("Italy: 5,910 prices in six currencies of 314 SKUs, nothing refused", async () => {
    expect(await importShipped(italy)).toMatchObject({
      status: "completed",
      kind: "current",
      layout: "nce_licence_portal",
      markets: ["IT"],
      currencies: ["CHF", "DKK", "EUR", "GBP", "NOK", "SEK"],
      rowsRead: 5910,
      rowsAccepted: 5910,
      rowsRejected: 0,
      added: 5910,
      changed: 0,
      offersAdded: 314,
      problemCount: 0,
      noticeCount: 0,
    });
    expect(await count("price where market = 'IT' and currency = 'EUR'")).toBe(985);
    expect(await count("sku where is_trial")).toBe(12);
  });

  test("the same file again changes nothing at all", async () => {
    const before = await catalogueDigest();
    expect(await importShipped(italy)).toMatchObject({
      status: "completed",
      added: 0,
      changed: 0,
      unchanged: 5910,
      offersAdded: 0,
      offersChanged: 0,
    });
    expect(await catalogueDigest()).toEqual(before);
  });

  test("a price of Italy is stored to the cent, with its dates, its search text and its tags", async () => {
    const { rows } =
      await owner.query(`select p.unit_price_minor, p.erp_price_minor, p.effective_from, p.effective_to, k.tags, k.search_text
      from price p join sku k using (product_id, sku_id) where p.product_id = 'SYN87LJCXPGX' and p.sku_id = '0001' and p.currency = 'EUR'
      and p.term_duration = 'P1Y' and p.billing_cycle = 'annual'`);
    expect(rows).toEqual([
      {
        unit_price_minor: "35328",
        erp_price_minor: "44160",
        effective_from: new Date("2025-04-01T00:00:00Z"),
        effective_to: null,
        tags: ["License"],
        search_text: "ai builder capacity add-on ai builder capacity add-on syn87ljcxpgx 0001",
      },
    ]);
  });

  test("a trial costs nothing and is charged once", async () => {
    const { rows } =
      await owner.query(`select distinct p.billing_cycle, p.unit_price_minor, k.tags from price p
      join sku k using (product_id, sku_id) where k.is_trial`);
    expect(rows).toEqual([{ billing_cycle: "one_time", unit_price_minor: "0", tags: ["License", "Trial"] }]);
  });

  test("United States: 1,090 prices beside the Italian ones", async () => {
    expect(await importShipped("SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_US.csv")).toMatchObject({
      status: "completed",
      rowsAccepted: 1090,
      added: 1090,
      offersAdded: 37,
    });
    expect(await count("price where market = 'US'")).toBe(1090);
  });

  test("preview: 480 prices to come, and 138 ends of sale of prices that are known", async () => {
    expect(await importShipped(preview)).toMatchObject({
      status: "completed",
      kind: "preview",
      rowsAccepted: 618,
      added: 480,
      changed: 138,
      offersAdded: 5,
    });
    expect(await count("price where effective_from = '2026-12-01T00:00:00Z'")).toBe(480);
    expect(await count("price where effective_to = '2026-12-31T23:59:59.999Z'")).toBe(138);
  });

  test("the list in force does not take back what the preview has announced", async () => {
    const before = await catalogueDigest();
    expect(await importShipped(italy)).toMatchObject({ added: 0, changed: 0, unchanged: 5910 });
    expect(await catalogueDigest()).toEqual(before);
  });

  test("Switzerland, form of the API: 601 prices, and the overlap of two is told", async () => {
    expect(await importShipped("SYNTHETIC_api_updatedlicensebased_CH.csv")).toMatchObject({
      status: "completed",
      layout: "nce_licence_api",
      markets: ["CH"],
      added: 601,
      notices: [{ row: 22, code: "price_list.overlapping_row", params: { otherRow: 21 } }],
    });
  });

  test("R91, R92: the offer matrix gives SKUs their seats, limits and prerequisites, once", async () => {
    const first = await importShipped(matrix);
    expect(first).toMatchObject({ status: "completed", kind: "offer_matrix", rowsAccepted: 325 });
    expect(first.added + first.noticeCount).toBe(325);
    expect(first.added).toBe(await count("offer_matrix_entry"));
    expect(await count("offer_matrix_entry where offer_limit_scope = 'lifetime' and offer_limit = 1")).toBe(
      12,
    );
    expect(await count("sku where maximum_quantity = 300")).toBe(20);
    expect(await count("sku where is_trial and maximum_quantity = 25")).toBe(12);
    const before = await catalogueDigest();
    const second = await importShipped(matrix);
    expect(second).toMatchObject({ added: 0, changed: 0, offersChanged: 0 });
    expect(await catalogueDigest()).toEqual(before);
  });

  test("a list in force leaves the seats of the matrix alone", async () => {
    const before = await catalogueDigest();
    expect(await importShipped(italy)).toMatchObject({ changed: 0, offersChanged: 0 });
    expect(await catalogueDigest()).toEqual(before);
  });

  test.each([
    [matrix, "current", "price_list.file.offer_matrix"],
    [italy, "offer_matrix", "price_list.file.price_list"],
  ] as const)("%s is refused as %s, and nothing is published", async (file, kind, failureCode) => {
    const before = await catalogueDigest();
    expect(await importShipped(file, kind)).toMatchObject({ status: "failed", failureCode, added: 0 });
    expect(await catalogueDigest()).toEqual(before);
  });
});

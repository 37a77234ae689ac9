import { createReadStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { readAll } from "../../../../tests/support/price-lists";
import type { PriceListRow } from "./price-list-row";

const folder = "prisma/data/price-lists";
const italy = `${folder}/SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_IT.csv`;
const unitedStates = `${folder}/SYNTHETIC_Nov_NCE_LicenseBasedPL_GA_US.csv`;
const preview = `${folder}/SYNTHETIC_Dec_NCE_LicenseBasedPL_Preview_IT.csv`;
const switzerland = `${folder}/SYNTHETIC_api_updatedlicensebased_CH.csv`;
const offerMatrix = `${folder}/SYNTHETIC_NCE_OfferMatrix_202611.csv`;

function countBy(prices: readonly PriceListRow[], key: (price: PriceListRow) => string) {
  const counts: Record<string, number> = {};
  for (const price of prices) counts[key(price)] = (counts[key(price)] ?? 0) + 1;
  return counts;
}

describe("the price lists that come with the product", () => {
  test("Italy, November: 5,910 rows in six currencies, nothing refused or repaired", async () => {
    const list = await readAll(createReadStream(italy));
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
    const list = await readAll(createReadStream(unitedStates));
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
    const list = await readAll(createReadStream(preview));
    expect(list.last).toMatchObject({ kind: "finished", counts: { rowsAccepted: 618, rowsRejected: 0 } });
    expect(countBy(list.prices, (price) => price.changeIndicator ?? "")).toEqual({ add: 90, change: 528 });
    expect(list.prices.filter((price) => price.effectiveEnd !== null)).toHaveLength(138);
    expect(list.prices.filter((price) => price.previousValues !== null)).toHaveLength(528);
    expect(list.notices).toEqual([]);
  });

  test("Switzerland, API: 601 rows, and the one pair whose dates overlap is told and kept", async () => {
    const list = await readAll(createReadStream(switzerland));
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
    const list = await readAll(createReadStream(offerMatrix));
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
      const [whole, inPieces] = [await readAll(Readable.from([bytes])), await readAll(pieces())];
      expect(inPieces.prices).toEqual(whole.prices);
    },
    30_000,
  );

  test("read the same from a browser's stream", async () => {
    const list = await readAll(new Blob([readFileSync(switzerland)]).stream());
    expect(list.last).toMatchObject({ kind: "finished", counts: { rowsAccepted: 601 } });
  });

  test("come in batches with running counts, so that progress can be shown", async () => {
    const list = await readAll(createReadStream(italy), { batchSize: 1000 });
    expect(list.batches.map((batch) => batch.prices.length)).toEqual([1000, 1000, 1000, 1000, 1000, 910]);
    expect(list.batches.map((batch) => batch.counts.rowsRead)).toEqual([1000, 2000, 3000, 4000, 5000, 5910]);
    const bytes = list.batches.map((batch) => batch.counts.bytesRead);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(bytes[0]).toBeLessThan(readFileSync(italy).length / 2);
  });
});

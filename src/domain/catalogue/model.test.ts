import { expect, test } from "vitest";
import { suggestImportKind } from "./model";
import { searchTextOf } from "./search-text";

test.each([
  ["Nov_NCE_LicenseBasedPL_GA_IT.csv", "current"],
  ["Dec_NCE_LicenseBasedPL_Preview_IT.csv", "preview"],
  ["NCE_OfferMatrix_202611.csv", "offer_matrix"],
  ["offer matrix.csv", "offer_matrix"],
  ["", "current"],
])("%j most likely holds %s", (fileName, kind) => {
  expect(suggestImportKind(fileName)).toBe(kind);
});

test("titles are searched without accents and without capitals, however they are composed", () => {
  expect(searchTextOf("Citt\u00e0 PRO", "Cafe\u0301")).toBe("citta pro cafe");
});

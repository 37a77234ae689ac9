import { expect, test } from "vitest";
import { matchingOptions, typedOption } from "./combo-filter";

const options = [
  { value: "1", label: "Nuova Delta" },
  { value: "2", label: "Delta Réseaux", detail: "FR" },
  { value: "3", label: "Bergwerk", detail: "delta.example" },
  { value: "4", label: "Ermes" },
  { value: "5", label: "ERMES" },
];
const values = (found: readonly { value: string }[]) => found.map(({ value }) => value);

test("what begins with the text comes first, then what contains it in label or detail", () => {
  expect(values(matchingOptions(options, "delta", 10))).toEqual(["2", "1", "3"]);
});

test("accents, case and double spaces do not hide an option", () => {
  expect(values(matchingOptions(options, "  DELTA   reseaux ", 10))).toEqual(["2"]);
});

test("an empty text keeps the order and the limit holds", () => {
  expect(values(matchingOptions(options, " ", 2))).toEqual(["1", "2"]);
});

test("a label typed in full chooses its option, but never one of two that read alike", () => {
  expect(typedOption(options, "delta reseaux")?.value).toBe("2");
  expect(typedOption(options, "ermes")).toBeUndefined();
  expect(typedOption(options, "delt")).toBeUndefined();
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrastPairs, contrastRatio, contrastTable, roleColours } from "./contrast";

const roles = roleColours(readFileSync("src/ui/styles/tokens.css", "utf8"));

test("the contrast of black and white is 21 and of a colour with itself 1", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastRatio("#777777", "#777777")).toBe(1);
});

test.each(["light", "dark"] as const)(
  "every pair of colours on the screen is legible in the %s theme",
  (theme) => {
    expect(roles.size).toBeGreaterThan(35);
    const tooFaint = contrastPairs.flatMap(({ over, ground, least }) => {
      const ratio = contrastRatio(roles.get(over)?.[theme] ?? "", roles.get(ground)?.[theme] ?? "");
      return ratio >= least ? [] : [`${over} on ${ground}: ${ratio.toFixed(2)} of ${least}`];
    });
    expect(tooFaint).toEqual([]);
  },
);

test("the figures printed in the design guide are those of the tokens", () => {
  expect(readFileSync("docs/design.md", "utf8")).toContain(contrastTable(roles));
});

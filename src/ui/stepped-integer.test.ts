import { expect, test } from "vitest";
import { steppedInteger } from "./stepped-integer";

test("counting stays within the limits", () => {
  expect(steppedInteger("299", 1, { min: 1, max: 300 })).toBe("300");
  expect(steppedInteger("300", 1, { min: 1, max: 300 })).toBe("300");
  expect(steppedInteger("1", -1, { min: 1 })).toBe("1");
  expect(steppedInteger("9000", -1, { max: 300 })).toBe("300");
});

test("text that is no whole number starts at the lower limit, or at zero", () => {
  expect(steppedInteger("ten", 1, { min: 5 })).toBe("5");
  expect(steppedInteger("2.5", 1, {})).toBe("0");
});

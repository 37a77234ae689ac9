import { describe, expect, test } from "vitest";
import { backoffSeconds } from "./backoff";

const limits = { firstSeconds: 5, longestSeconds: 240 };

describe("the pause before another try", () => {
  test("doubles with every failure, up to the longest", () => {
    const pauses = [1, 2, 3, 6, 7, 50, 5_000].map((failed) => backoffSeconds(failed, limits, () => 0));
    expect(pauses).toEqual([5, 10, 20, 160, 240, 240, 240]);
  });

  test("is shortened by chance by up to half, never to nothing", () => {
    expect(backoffSeconds(1, limits, () => 1)).toBe(2.5);
    const many = Array.from({ length: 200 }, () => backoffSeconds(4, limits));
    expect(Math.min(...many)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...many)).toBeLessThanOrEqual(40);
    expect(new Set(many).size).toBeGreaterThan(100);
  });
});

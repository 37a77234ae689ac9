import { describe, expect, test } from "vitest";
import { timeLeft } from "./time-left";

const now = new Date("2026-11-22T12:00:00Z");
const leftUntil = (text: string) => timeLeft(new Date(text), now, "en");

describe("the time left until a deadline", () => {
  test.each([
    ["2026-11-29T12:00:00Z", "7 days"],
    ["2026-11-24T15:30:00Z", "2 days 3 hours"],
    ["2026-11-22T13:05:00Z", "1 hour 5 minutes"],
    ["2026-11-22T12:00:59Z", "0 minutes"],
    ["2026-11-22T12:00:00Z", "0 minutes"],
  ])("until %s is %s", (until, expected) => {
    expect(leftUntil(until)).toBe(expected);
  });

  test("is nothing once the deadline has passed", () => {
    expect(leftUntil("2026-11-22T11:59:59.999Z")).toBeNull();
  });

  test("is told in the reader's language", () => {
    expect(timeLeft(new Date("2026-11-24T15:00:00Z"), now, "it")).toBe("2 giorni 3 ore");
  });
});

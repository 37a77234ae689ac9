import { expect, test } from "vitest";
import { classes, variants } from "./variants";

const box = variants(
  "box",
  { tone: { calm: "box-calm", loud: "box-loud" }, size: { md: "", lg: "box-lg" } },
  {
    tone: "calm",
    size: "md",
  },
);

test("an axis left out takes its default", () => {
  expect(box()).toBe("box box-calm");
});

test("what is chosen replaces the default, and undefined does not", () => {
  expect(box({ tone: "loud", size: "lg" })).toBe("box box-loud box-lg");
  expect(box({ tone: undefined })).toBe("box box-calm");
});

test("the caller's class comes last", () => {
  expect(box({ className: "mt-4" })).toBe("box box-calm mt-4");
});

test("what is false or missing leaves no class", () => {
  expect(classes("a", false, undefined, null, ["b"])).toBe("a b");
});

import { expect, test } from "vitest";
import { menuPlacement } from "./menu-placement";

const viewport = { width: 1000, height: 800 };

test("a menu opens below its button, flush with the start on the left and with the end on the right", () => {
  expect(menuPlacement({ top: 100, bottom: 136, left: 20, right: 120 }, viewport)).toEqual({
    top: "140px",
    bottom: "auto",
    left: "20px",
    right: "auto",
  });
  expect(menuPlacement({ top: 100, bottom: 136, left: 900, right: 980 }, viewport)).toMatchObject({
    left: "auto",
    right: "20px",
  });
});

test("near the bottom it opens above", () => {
  expect(menuPlacement({ top: 700, bottom: 736, left: 20, right: 120 }, viewport)).toMatchObject({
    top: "auto",
    bottom: "104px",
  });
});

test("it never leaves the window, even when its button does", () => {
  expect(menuPlacement({ top: 100, bottom: 136, left: -50, right: 30 }, viewport).left).toBe("4px");
  expect(menuPlacement({ top: 100, bottom: 136, left: 980, right: 1060 }, viewport).right).toBe("4px");
});

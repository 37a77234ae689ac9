import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconNames } from "./icon-names";
import { type IconShape, iconSprite } from "./icon-sprite";
import { iconVersion } from "./icon-version";

const committed = readFileSync("public/icons.svg", "utf8");

test("the committed sprite holds exactly the named icons, as the icon library draws them", async () => {
  const icons = new Map<string, IconShape>();
  for (const name of iconNames) {
    const { __iconData } = await import(`../../node_modules/lucide-react/dist/esm/icons/${name}.mjs`);
    icons.set(name, __iconData);
  }
  expect(icons.size).toBeGreaterThan(50);
  expect(committed).toBe(iconSprite(icons));
});

test("the sprite's version follows its content, so a browser never keeps an old one", () => {
  expect(iconVersion).toBe(createHash("sha256").update(committed).digest("hex").slice(0, 6));
});

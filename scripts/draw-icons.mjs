// Draws public/icons.svg, the sprite of every icon named in src/ui/icon-names.ts, and notes its version, so
// that browsers may keep the file for ever and still see a change. Run it after changing the list.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconNames } from "../src/ui/icon-names.ts";
import { iconSprite } from "../src/ui/icon-sprite.ts";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const icons = new Map();
for (const name of iconNames) {
  const { __iconData } = await import(`lucide-react/icons/${name}`);
  icons.set(name, __iconData);
}
const sprite = iconSprite(icons);
const version = createHash("sha256").update(sprite).digest("hex").slice(0, 6);
writeFileSync(path("../public/icons.svg"), sprite);
writeFileSync(
  path("../src/ui/icon-version.ts"),
  `/** Changes with the content of public/icons.svg; written by scripts/draw-icons.mjs. */\nexport const iconVersion = "${version}";\n`,
);
console.log(`${icons.size} icons, version ${version}`);

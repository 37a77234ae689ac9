// Writes the contrast figures of the colour tokens into docs/design.md. Run it after changing a colour.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contrastTable, roleColours } from "../src/ui/contrast.ts";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const guide = path("../docs/design.md");
const table = contrastTable(roleColours(readFileSync(path("../src/ui/styles/tokens.css"), "utf8")));
const text = readFileSync(guide, "utf8");
const marked = /(<!-- contrast -->\n)[\s\S]*(\n<!-- \/contrast -->)/;
if (!marked.test(text)) throw new Error("docs/design.md has lost its contrast markers.");
writeFileSync(
  guide,
  text.replace(marked, (_, start, end) => `${start}\n${table}\n${end}`),
);

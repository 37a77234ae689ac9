import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Headings, a lead-in, and the gap in the numbering: sentences that say nothing the portal could do. */
const withoutBehaviour = new Set([136, 159, 160, 161, 174, 175, 179, 187, 192, 208]);

const behaviour = Array.from({ length: 219 - 133 + 1 }, (_, index) => 133 + index).filter(
  (span) => !withoutBehaviour.has(span),
);

function testNamesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path) && !path.includes("architecture/spans"))
    .flatMap((path) => [
      ...readFileSync(join(root, folder, path), "utf8").matchAll(
        /spans? (\d{3}(?:(?:, | and | to |–|-)\d{3})*)/g,
      ),
    ])
    .map((match) => match[1] ?? "");
}

function spansOf(text: string): readonly number[] {
  return text.split(/, | and /).flatMap((part) => {
    const [from = 0, to = from] = part.split(/–|-| to /).map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

test("every sentence of the source document that is behaviour, 133 to 219, is named by a test", () => {
  const named = new Set([...testNamesIn("tests"), ...testNamesIn("src")].flatMap(spansOf));
  expect(behaviour.length).toBe(77);
  expect(behaviour.filter((span) => !named.has(span))).toEqual([]);
});

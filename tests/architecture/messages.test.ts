import { describe, expect, test } from "vitest";
import { type Locale, locales, messagesOf } from "#/platform/i18n/messages";
import { argumentsOf } from "./icu";
import { calleeOf, literalText, type Node, nodesOf, sources } from "./source-tree";
import { specifiedLabels } from "./specified-labels";

type Tree = { readonly [name: string]: string | Tree };

function leaves(tree: Tree, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[path + name, value] as const] : leaves(value, `${path}${name}.`),
  );
}

const textsIn = (locale: Locale): ReadonlyMap<string, string> =>
  new Map(leaves(messagesOf[locale] as unknown as Tree));

const textsOf: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  en: textsIn("en"),
  it: textsIn("it"),
};

const english = textsOf.en;

/** Whether a language has a text for a code: under the platform's section or a slice's, in one of the sections. */
function hasText(locale: Locale, sections: readonly string[], code: string): boolean {
  const slices = Object.keys(messagesOf[locale]);
  const names = sections.flatMap((section) =>
    ["", ...slices.map((slice) => `${slice}.`)].flatMap((slice) => [
      `${slice}${section}.${code}`,
      `${slice}${section}.${code}.message`,
    ]),
  );
  return names.some((name) => textsOf[locale].has(name));
}

const domain = sources.filter(({ path }) => path.startsWith("src/domain/"));
const codePattern = /^[a-z][a-z_]*(\.[a-z0-9_]+)+$/;

type Used = { readonly path: string; readonly code: string };

function collect(pick: (node: Node) => readonly unknown[]): readonly Used[] {
  return domain.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) =>
      pick(node).flatMap((candidate) => {
        const code = literalText(candidate);
        return code && codePattern.test(code) ? [{ path: file.path, code }] : [];
      }),
    ),
  );
}

const argumentsIn = (node: Node) => (node.arguments ?? []) as readonly Node[];

/** Codes a whole operation is refused with. */
const refusals = collect((node) =>
  ["rejected", "conflict", "forbidden"].includes(calleeOf(node)) ? argumentsIn(node).slice(0, 1) : [],
);

const zodChecks = [
  "min",
  "max",
  "regex",
  "refine",
  "literal",
  "length",
  "int",
  "positive",
  "nonempty",
  "email",
  "enum",
  "uuid",
  "string",
  "number",
  "boolean",
];

/** Codes a field is refused with: `code: "…"`, and the messages given to the checks of a schema. */
const problems = collect((node) => {
  if (node.type === "Property" && (node.key as Node | undefined)?.name === "code") return [node.value];
  return zodChecks.includes(calleeOf(node)) ? argumentsIn(node).slice(1) : [];
});

describe("the texts of the interface", () => {
  test("are seen", () => {
    expect(english.size).toBeGreaterThan(1_100);
    expect(refusals.length).toBeGreaterThan(35);
    expect(problems.length).toBeGreaterThan(100);
  });

  test.each(locales)("%s has the same keys as English, and no text is empty", (locale) => {
    const texts = textsOf[locale];
    expect([...english.keys()].filter((key) => !texts.has(key))).toEqual([]);
    expect([...texts.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test.each(locales)("%s fills every text with the same values as English", (locale) => {
    const different = [...english].filter(
      ([key, text]) => argumentsOf(text).join() !== argumentsOf(textsOf[locale].get(key) ?? "").join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test("Italian is Italian: no sentence is the same as in English", () => {
    const same = [...english].filter(
      ([key, text]) =>
        (text.replace(/\{.*\}/g, "").match(/\p{L}{2,}/gu) ?? []).length > 3 && textsOf.it.get(key) === text,
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  test.each(locales)("%s has a title and a message for every refusal the domain knows", (locale) => {
    expect(refusals.filter(({ code }) => !hasText(locale, ["failures"], code))).toEqual([]);
    expect(refusals.filter(({ code }) => !hasText(locale, ["failures"], `${code}.title`))).toEqual([]);
  });

  test.each(locales)("%s has a text for every problem of a field the domain knows", (locale) => {
    expect(problems.filter(({ code }) => !hasText(locale, ["problems", "failures"], code))).toEqual([]);
  });

  test.each(Object.entries(specifiedLabels))(
    "%s carries the labels of the specification to the letter",
    (_, labels) => {
      const texts = new Set(english.values());
      expect(labels.filter((label) => !texts.has(label))).toEqual([]);
    },
  );
});

describe("arguments of a text", () => {
  test.each([
    ["Hello {name}", "name"],
    ["{count, plural, one {# seat of {total, number}} other {# seats}}", "count plural,total number"],
    ["{kind, select, a {<b>A</b>} other {B}}", "<b>,kind select"],
    ["plain", ""],
  ])("of %s are %s", (text, expected) => {
    expect(argumentsOf(text).join()).toBe(expected);
  });

  test("cannot be told when a brace is missing", () => {
    expect(() => argumentsOf("{name")).toThrow();
    expect(() => argumentsOf("name}")).toThrow();
  });
});

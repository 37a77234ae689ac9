import { describe, expect, test } from "vitest";
import { calleeOf, type Node, nodesOf, type SourceFile, sources, statementsOf } from "./source-tree";

function directivesOf(file: SourceFile): readonly string[] {
  return statementsOf(file).flatMap(({ directive }) => (typeof directive === "string" ? [directive] : []));
}

/** Where the parts of the component kit are tried out; it answers nobody in production. */
const gallery = "src/app/(development)/";

const modules = sources.filter(
  (file) => directivesOf(file).includes("use server") && !file.path.startsWith(gallery),
);

type Export = { readonly path: string; readonly name: string; readonly made: string };

function exportsOf(file: SourceFile): readonly Export[] {
  return statementsOf(file)
    .filter(({ type }) => type.startsWith("Export"))
    .flatMap((statement) => {
      const declaration = statement.declaration as Node | null | undefined;
      if (statement.type !== "ExportNamedDeclaration" || declaration?.type !== "VariableDeclaration")
        return statement.exportKind === "type" ? [] : [{ path: file.path, name: statement.type, made: "" }];
      return (declaration.declarations as readonly Node[]).map(({ id, init }) => ({
        path: file.path,
        name: String((id as Node).name),
        made: calleeOf(init),
      }));
    });
}

/** The two makers that check who calls, and how what they make is called. */
const makers: Readonly<Record<string, RegExp>> = {
  defineAction: /^[a-z][A-Za-z]+Action$/,
  defineLookup: /^[a-z][A-Za-z]+Lookup$/,
};

const actions = modules.flatMap(exportsOf);

describe("server actions", () => {
  test("are seen", () => {
    expect(modules.length).toBeGreaterThanOrEqual(4);
    expect(actions.length).toBeGreaterThanOrEqual(18);
  });

  test('every export of a "use server" module is made by defineAction or defineLookup, which check who calls', () => {
    expect(actions.filter(({ made }) => makers[made] === undefined)).toEqual([]);
  });

  test("are called by what they are, each name once", () => {
    expect(actions.filter(({ name, made }) => makers[made]?.test(name) === false)).toEqual([]);
    expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
  });

  test("stand in the actions.ts of a slice, and nowhere inside a function", () => {
    expect(
      modules.map(({ path }) => path).filter((path) => !/^src\/features\/[a-z-]+\/actions\.ts$/.test(path)),
    ).toEqual([]);
    const inline = sources
      .filter(({ path }) => !path.startsWith(gallery))
      .filter((file) => {
        const top = new Set(statementsOf(file).map(({ start }) => start));
        return [...nodesOf(file)].some(
          ({ directive, start }) => directive === "use server" && !top.has(start),
        );
      });
    expect(inline.map(({ path }) => path)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { allFiles, type Node, type SourceFile, sources, statementsOf } from "./source-tree";

const files = allFiles();
const longest = 300;

/** Files in which Next, or the library named, asks for a default export. */
const wantsDefaultExport = [
  /^src\/app\/.*(page|layout|error|global-error|not-found|loading|template|default)\.tsx$/,
  /^src\/app\/(robots|sitemap|manifest|icon|opengraph-image)\.tsx?$/,
  /^src\/platform\/i18n\/request\.ts$/,
  /^tests\/(support|e2e)\/global-setup\.ts$/,
  /^tests\/bench\/bare-next\/app\//,
  /\.config\.ts$/,
];

/** Names that say nothing of what is inside. */
const emptyNames =
  /(^|\/)(index|utils?|helpers?|common|misc|shared|types|constants)\.tsx?$|\/(utils|helpers|common)\//;

function hasDefaultExport(file: SourceFile): boolean {
  return statementsOf(file).some(
    ({ type, specifiers }) =>
      type === "ExportDefaultDeclaration" ||
      ((specifiers ?? []) as readonly Node[]).some(
        ({ exported }) => (exported as Node | undefined)?.name === "default",
      ),
  );
}

type Exported = {
  readonly path: string;
  readonly name: string;
  readonly start: number;
  readonly isDerived: boolean;
};

function nameOf(declaration: Node): string {
  const [first] = (declaration.declarations ?? []) as readonly Node[];
  const id = (first?.id ?? declaration.id) as Node | undefined;
  return String(id?.name ?? declaration.type);
}

/** What a file declares and exports; types that only repeat the shape of a value count as derived from it. */
function exportedBy(file: SourceFile): readonly Exported[] {
  return statementsOf(file).flatMap(({ type, start, end, declaration }) => {
    if (type !== "ExportNamedDeclaration" || !declaration) return [];
    const inner = declaration as Node;
    const isDerived =
      inner.type === "TSTypeAliasDeclaration" && /\btypeof\b/.test(file.text.slice(start, end));
    return [{ path: file.path, name: nameOf(inner), start, isDerived }];
  });
}

function isDocumented({ text, parsed }: SourceFile, start: number): boolean {
  const before = parsed.comments.filter(({ end }) => end <= start).at(-1);
  return (
    before !== undefined &&
    before.type === "Block" &&
    before.value.startsWith("*") &&
    text.slice(before.end, start).trim() === "" &&
    before.value.replace(/[*\s]+/g, " ").trim().length > 8
  );
}

describe("files", () => {
  test("are seen", () => {
    expect(files.length).toBeGreaterThan(660);
  });

  test("are called by what is in them, in kebab-case", () => {
    const framework = /^(src\/app\/|scripts\/)|\.config\.ts$|\.d\.ts$|\.test\.tsx?$|\.spec\.ts$/;
    const wrong = files.filter(
      ({ path }) => !framework.test(path) && !/^([a-z0-9-]+\/)+[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(path),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(files.filter(({ path }) => emptyNames.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test(`have at most ${longest} lines, and half of them fewer than 80`, () => {
    const lengths = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    const all = files.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    expect(all.filter(({ lines }) => lines > longest)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });

  test("export by name; a default only where the framework asks for one", () => {
    const wrong = files.filter(
      (file) => !wantsDefaultExport.some((pattern) => pattern.test(file.path)) && hasDefaultExport(file),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("pass on nothing they do not make: no file only re-exports others", () => {
    const barrels = sources.filter(({ path, parsed }) => {
      const passedOn = parsed.module.staticExports
        .flatMap(({ entries }) => entries)
        .filter(({ moduleRequest }) => moduleRequest);
      return passedOn.length > 0 && !path.startsWith("src/app/") && path !== "src/db/sql.ts";
    });
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  test("say of every exported thing what it guarantees", () => {
    const documented = sources.filter(({ path }) => /^src\/(domain|platform|db|ui|worker)\//.test(path));
    const exported = documented.flatMap((file) => exportedBy(file).map((one) => ({ ...one, file })));
    expect(exported.length).toBeGreaterThan(870);
    const silent = exported.filter(({ file, start, isDerived }) => !isDerived && !isDocumented(file, start));
    expect(silent.map(({ path, name }) => `${path} ${name}`)).toEqual([]);
  });

  test("hold nothing left for later, and no test that is passed over", () => {
    const forbidden =
      /\b(TODO|FIXME|HACK)\b|@ts-(ignore|nocheck)|eslint-disable|\.only\(|\b(describe|test|it)\.(skip|todo)\b/;
    const own = "tests/architecture/file-shape.test.ts";
    const marked = files.filter(({ path, text }) => path !== own && forbidden.test(text));
    expect(marked.map(({ path, text }) => `${path} ${forbidden.exec(text)?.[0]}`)).toEqual([]);
  });
});

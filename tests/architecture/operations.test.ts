import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { rolesThatMay } from "#/domain/authorisation/authorise";
import { everybodyMay } from "#/domain/authorisation/role-matrix";
import { organisationKinds } from "#/domain/authorisation/roles";
import type { Access } from "#/domain/operation";
import { consumers } from "#/worker/consumers/registry";
import { calleeOf, literalText, type Node, nodesOf, sources } from "./source-tree";

type Declared = {
  readonly path: string;
  readonly exportName: string;
  readonly type: "operation" | "query";
  readonly name: string;
  readonly access: Access;
  readonly input: z.ZodType;
};

const files = sources.filter(({ path }) => /^src\/domain\/[a-z-]+\/(operations|queries)\//.test(path));

function isDeclared(value: unknown): value is Omit<Declared, "path" | "exportName"> {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    (value.type === "operation" || value.type === "query") &&
    "input" in value
  );
}

const declared: readonly Declared[] = (
  await Promise.all(
    files.map(async ({ path }) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../${path}`);
      return Object.entries(module).flatMap(([exportName, value]) =>
        isDeclared(value) ? [{ ...value, path, exportName }] : [],
      );
    }),
  )
).flat();

/** What strangers may ask or do; each has said why. */
const publicNames: readonly string[] = [];

/** Every object of a schema that would let an unknown field pass. */
function openObjects(schema: unknown, path: string, seen = new Set<unknown>()): readonly string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const def = (schema as { _zod?: { def: Record<string, unknown> } })._zod?.def;
  if (!def) {
    return Object.entries(schema).flatMap(([name, inner]) => openObjects(inner, `${path}.${name}`, seen));
  }
  const catchall = def.catchall as { _zod?: { def: { type: string } } } | undefined;
  const isOpen = def.type === "object" && catchall?._zod?.def.type !== "never";
  const inner = Object.entries(def).flatMap(([name, value]) =>
    ["type", "catchall", "checks", "error"].includes(name) ? [] : openObjects(value, `${path}.${name}`, seen),
  );
  return [...(isOpen ? [path] : []), ...inner];
}

describe("operations and queries", () => {
  test("are seen", () => {
    expect(declared.filter(({ type }) => type === "operation").length).toBeGreaterThanOrEqual(20);
    expect(declared.filter(({ type }) => type === "query").length).toBeGreaterThanOrEqual(30);
  });

  test("are declared nowhere else", () => {
    const elsewhere = sources.filter(
      (file) => !files.includes(file) && file.path !== "src/domain/operation.ts",
    );
    const strays = elsewhere.filter((file) =>
      [...nodesOf(file)].some((node) => ["defineOperation", "defineQuery"].includes(calleeOf(node))),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  test("stand in the folder of their kind, an operation alone in its file, called with the file's words", () => {
    const misplaced = declared.filter(({ path, exportName, type }) => {
      const [, folder, file = ""] = /(operations|queries)\/([a-z-]+)\.ts$/.exec(path) ?? [];
      const hasWords = file.split("-").every((word) => exportName.toLowerCase().includes(word));
      return (
        folder !== (type === "operation" ? "operations" : "queries") || (type === "operation" && !hasWords)
      );
    });
    expect(misplaced.map(({ path, exportName }) => `${path} ${exportName}`)).toEqual([]);
    const operationPaths = declared.filter(({ type }) => type === "operation").map(({ path }) => path);
    expect(new Set(operationPaths).size).toBe(operationPaths.length);
  });

  test("have a name of their own: what it is about, and a verb", () => {
    expect(declared.filter(({ name }) => !/^[a-z_]+\.[a-z_]+$/.test(name)).map(({ name }) => name)).toEqual(
      [],
    );
    const names = declared.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("need a capability that some role has, unless they are public with a reason and on the list", () => {
    for (const { name, access } of declared) {
      if (typeof access === "object") {
        expect(access.reason.length, name).toBeGreaterThan(20);
        continue;
      }
      const isEverybodys = everybodyMay.some((capability) => capability === access);
      const isSomebodys = organisationKinds.some((kind) => rolesThatMay(kind, access).length > 0);
      expect(isEverybodys || isSomebodys, name).toBe(true);
    }
    const open = declared.filter(({ access }) => typeof access === "object").map(({ name }) => name);
    expect(open.sort()).toEqual([...publicNames].sort());
  });

  test("refuse every field they do not know, at any depth (S13)", () => {
    expect(declared.flatMap(({ name, input }) => openObjects(input, name))).toEqual([]);
  });

  test("change nothing in a query: only operations write audit, events and mails", () => {
    const writers = files.filter(
      (file) =>
        file.path.includes("/queries/") &&
        [...nodesOf(file)].some((node) => ["audit", "emit", "mail", "execute"].includes(calleeOf(node))),
    );
    expect(writers.map(({ path }) => path)).toEqual([]);
  });

  test("tell no event that nobody has decided whom to tell of", () => {
    const types = sources.flatMap((file) =>
      [...nodesOf(file)]
        .filter((node) => calleeOf(node) === "emit")
        .flatMap(
          ({ arguments: given }) => ((given as readonly Node[])[0]?.properties ?? []) as readonly Node[],
        )
        .filter(({ key }) => (key as Node | undefined)?.name === "type")
        .map(({ value }) => literalText(value) ?? "(not a literal)"),
    );
    expect(types.length).toBeGreaterThanOrEqual(2);
    expect(types.filter((type) => consumers[type] === undefined)).toEqual([]);
  });
});

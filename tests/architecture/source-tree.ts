import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseResult, parseSync } from "oxc-parser";

/** The project's root folder, with a slash at the end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A source file: where it is, its text, and what the parser makes of it. */
export type SourceFile = {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly parsed: ParseResult;
};

function read(path: string): SourceFile {
  const text = readFileSync(root + path, "utf8");
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  return { path, text, parsed };
}

function listed(folder: string): readonly string[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(\.[^/]+|node_modules|generated)\//.test(path))
    .sort();
}

/** Every TypeScript file of the application, without its unit tests and without generated code. */
export const sources: readonly SourceFile[] = listed("src")
  .filter((path) => !/\.test\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
  .map(read);

/** Every TypeScript file of ours, tests included. */
export function allFiles(): readonly SourceFile[] {
  return [...listed("src"), ...listed("tests"), ...listed("prisma"), ...listed("scripts")].map(read);
}

/** One import, or one name exported from elsewhere. */
export type Import = {
  readonly from: string;
  /** The path from the root without extension for our own files, else the package's name as written. */
  readonly to: string;
  readonly isOwn: boolean;
  /** Nothing of it is there at run time. */
  readonly isTypeOnly: boolean;
};

function targetOf(path: string, request: string): { to: string; isOwn: boolean } {
  if (request.startsWith("#/")) return { to: `src/${request.slice(2)}`, isOwn: true };
  if (request.startsWith(".")) return { to: posix.join(posix.dirname(path), request), isOwn: true };
  return { to: request, isOwn: false };
}

/** Everything a file imports: at its top, by re-export, and by `import()`. */
export function importsOf({ path, text, parsed }: SourceFile): readonly Import[] {
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const named = staticImports.map(({ moduleRequest, entries }) => ({
    request: moduleRequest.value,
    isTypeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const passedOn = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ request: moduleRequest.value, isTypeOnly: isType }] : [],
    ),
  );
  const later = dynamicImports.map(({ moduleRequest }) => ({
    request: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    isTypeOnly: false,
  }));
  return [...named, ...passedOn, ...later].map(({ request, isTypeOnly }) => ({
    from: path,
    isTypeOnly,
    ...targetOf(path, request),
  }));
}

/** A node of the syntax tree. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [name: string]: unknown;
};

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Every node of a file's syntax tree, outer ones first. */
export function* nodesOf(file: SourceFile): Generator<Node> {
  const waiting: unknown[] = [file.parsed.program];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isNode(next)) yield next;
    if (typeof next === "object" && next !== null)
      waiting.push(...Object.values(next).filter((value) => typeof value === "object" && value !== null));
  }
}

/** The name of the function a call calls: `f` of `f(x)`, `rows` of `tx.rows(x)`; empty for anything else. */
export function calleeOf(node: unknown): string {
  if (!isNode(node) || node.type !== "CallExpression" || !isNode(node.callee)) return "";
  const { callee } = node;
  if (callee.type === "Identifier") return String(callee.name);
  return callee.type === "MemberExpression" && isNode(callee.property) ? String(callee.property.name) : "";
}

/** The value of a text literal; nothing for any other node. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== "Literal") return undefined;
  return typeof node.value === "string" ? node.value : undefined;
}

/** The statements at the top of a file. */
export function statementsOf(file: SourceFile): readonly Node[] {
  return file.parsed.program.body as unknown as readonly Node[];
}

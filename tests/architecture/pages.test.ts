import { describe, expect, test } from "vitest";
import { calleeOf, type Node, type SourceFile, sources, statementsOf } from "./source-tree";

const pages = sources.filter(({ path }) => /^src\/app\/.*\/?page\.tsx$/.test(path));
const portalPages = pages.filter(({ path }) => path.startsWith("src/app/(portal)/"));

const development = "src/app/(development)/";

/** Pages that people see without signing in, and why. */
const publicPages: Readonly<Record<string, string>> = {
  "src/app/page.tsx": "sends everybody on: to the home of their organisation, or to sign in",
  "src/app/(public)/sign-in/page.tsx": "where people sign in",
  "src/app/(public)/partnerships/accept/page.tsx":
    "the personal link of an invitation; shows nothing without its token",
};

/** Handlers of requests that are not made by defineRoute, and why they need neither session nor capability. */
const handlers: Readonly<Record<string, string>> = {
  "src/app/api/auth/[...nextauth]/route.ts": "signing in itself",
  "src/app/api/health/route.ts": "says that the process lives, nothing else",
  "src/app/api/markets/[country]/route.ts": "the address rules of a country, which are no secret",
  "src/app/api/ready/route.ts": "says whether the database answers, nothing else",
};

function defaultExportOf(file: SourceFile): Node | undefined {
  const statement = statementsOf(file).find(({ type }) => type === "ExportDefaultDeclaration");
  return statement?.declaration as Node | undefined;
}

function declaredNames(call: Node | undefined): readonly string[] {
  const [declaration] = (call?.arguments ?? []) as readonly Node[];
  const properties = (declaration?.properties ?? []) as readonly Node[];
  return properties.map(({ key }) => String((key as Node | undefined)?.name));
}

/** `refuseMethod` does nothing but refuse. */
const makers = ["defineRoute", "refuseMethod"];

function areMadeByDefineRoute(file: SourceFile): boolean {
  return statementsOf(file)
    .filter(({ type }) => type.startsWith("Export"))
    .every(({ declaration }) => {
      const declared = ((declaration as Node | null)?.declarations ?? []) as readonly Node[];
      return declared.length > 0 && declared.every(({ init }) => makers.includes(calleeOf(init)));
    });
}

describe("pages", () => {
  test("are seen", () => {
    expect(portalPages.length).toBeGreaterThanOrEqual(20);
  });

  test("every page of the portal is made by definePage, for one kind of organisation and one capability", () => {
    const wrong = portalPages.filter((file) => {
      const page = defaultExportOf(file);
      const names = declaredNames(page);
      return calleeOf(page) !== "definePage" || !names.includes("organisation") || !names.includes("access");
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("a page for strangers stands on the list, with its reason", () => {
    const others = pages.filter((file) => !portalPages.includes(file)).map(({ path }) => path);
    const unlisted = others.filter(
      (path) => publicPages[path] === undefined && !path.startsWith(development),
    );
    expect(unlisted).toEqual([]);
  });

  test("what helps developers is not there in production", () => {
    const layout = sources.find(({ path }) => path === `${development}gallery/layout.tsx`);
    expect(layout?.text).toMatch(/if \(process\.env\.NODE_ENV === "production"\) notFound\(\)/);
    const elsewhere = sources.filter(
      ({ path }) => path.startsWith(development) && !path.startsWith(`${development}gallery/`),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  test("a handler of requests is made by defineRoute, or stands on the list with its reason", () => {
    const routes = sources.filter(({ path }) => /^src\/app\/.*route\.tsx?$/.test(path));
    expect(routes.length).toBeGreaterThanOrEqual(6);
    const unguarded = routes.filter((file) => !areMadeByDefineRoute(file)).map(({ path }) => path);
    expect(unguarded.filter((path) => handlers[path] === undefined)).toEqual([]);
  });

  test("files of src/app only route: few lines, the screen comes from a slice", () => {
    const long = [...portalPages, ...pages].filter(
      ({ path, text }) => !path.includes("(development)") && text.split("\n").length > 60,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { type Import, importsOf, sources } from "./source-tree";

const layers = ["app", "features", "platform", "domain", "db", "ui", "worker"] as const;
type Layer = (typeof layers)[number] | "root";

function layerOf(path: string): Layer {
  const [, folder] = path.split("/");
  return layers.find((layer) => layer === folder) ?? "root";
}

/**
 * Who may use whom, as patterns of targets; whatever is not listed is denied. `typesOnly` may be named, but nothing of it
 * may be there at run time.
 */
const allowed: Readonly<
  Record<Layer, { readonly use: readonly RegExp[]; readonly typesOnly?: readonly RegExp[] }>
> = {
  // What Next loads by its name: the sieve in front and the start of the server.
  root: { use: [/^src\/platform\//] },
  app: {
    use: [
      /^src\/(app|features|ui)\//,
      /^src\/domain\/[a-z-]+\/(queries|operations)\//,
      /^src\/domain\/kernel\//,
      /^src\/domain\/authorisation\/authorise$/,
      /^src\/platform\/(next|auth|i18n)\//,
      /^src\/platform\/database-health$/,
      /^src\/platform\/env$/,
      /^src\/platform\/logger$/,
    ],
    typesOnly: [/^src\/domain\//],
  },
  features: { use: [/^src\/(features|platform|domain|ui)\//] },
  platform: {
    use: [/^src\/(platform|domain|db|ui)\//, /^src\/features\/[a-z-]+\/messages\/(en|it)\.json$/],
  },
  domain: {
    use: [/^src\/domain\//, /^src\/db\/(scoped-tx|sql|keyset)$/],
    typesOnly: [/^src\/db\/(act-as|generated\/(enums|client))$/],
  },
  db: { use: [/^src\/db\//], typesOnly: [/^src\/domain\/(authorisation\/(actor|roles)|operation)$/] },
  ui: { use: [/^src\/ui\//] },
  worker: { use: [/^src\/(worker|platform|domain)\//, /^src\/db\/(act-as|sql|listen|database-failure)$/] },
};

/** Packages the inner layers may use; `app`, `features`, `platform` and `worker` are free in this. */
const packages: Readonly<Partial<Record<Layer, readonly RegExp[]>>> = {
  domain: [
    /^zod$/,
    /^uuid$/,
    /^libphonenumber-js(\/min)?$/,
    /^csv-parse(\/sync)?$/,
    /^node:(crypto|stream)$/,
  ],
  db: [/^pg$/, /^@prisma\//, /^node:(crypto|timers)/],
  ui: [
    /^react(-dom)?$/,
    /^react-aria-components$/,
    /^@internationalized\//,
    /^next(\/link|\/navigation)?$/,
    /^clsx$/,
    /^tailwind-merge$/,
    /^lucide-react$/,
  ],
};

function isAllowed({ from, to, isOwn, isTypeOnly }: Import): boolean {
  const layer = layerOf(from);
  if (!isOwn) return (packages[layer] ?? [/./]).some((pattern) => pattern.test(to));
  // A store may say which unique value was taken; nobody else reads what the database threw.
  if (to === "src/db/database-failure" && /store\.ts$/.test(from)) return true;
  const { use, typesOnly = [] } = allowed[layer];
  return [...use, ...(isTypeOnly ? typesOnly : [])].some((pattern) => pattern.test(to));
}

const imports = sources.flatMap(importsOf);
const told = ({ from, to }: Import) => `${from} uses ${to}`;

describe("dependencies", () => {
  test("every part of the application is seen", () => {
    expect(sources.length).toBeGreaterThan(480);
    expect(imports.length).toBeGreaterThan(2_500);
    for (const layer of layers) expect(sources.some(({ path }) => layerOf(path) === layer)).toBe(true);
  });

  test("point in the one direction that is allowed", () => {
    expect(imports.filter((one) => !isAllowed(one)).map(told)).toEqual([]);
  });

  test("no slice of the interface uses another", () => {
    const sliceOf = (path: string) => /^src\/features\/([a-z-]+)\//.exec(path)?.[1];
    const across = imports.filter(({ from, to }) => {
      const slice = sliceOf(from);
      return slice !== undefined && to.startsWith("src/features/") && sliceOf(to) !== slice;
    });
    expect(across.map(told)).toEqual([]);
  });

  test("models and rules decide without looking anything up", () => {
    const pure = imports.filter(({ from }) => /^src\/domain\/.*\/(model|rules)\.ts$/.test(from));
    const impure = pure.filter(
      ({ to, isTypeOnly }) =>
        !isTypeOnly && /^src\/(db|platform)\/|\/(store|queries|operations)(\/|$)|-store$/.test(to),
    );
    expect(pure.length).toBeGreaterThan(15);
    expect(impure.map(told)).toEqual([]);
  });

  test("the generated database client is used at run time by the database layer alone", () => {
    const users = imports.filter(
      ({ from, to, isTypeOnly }) =>
        to.startsWith("src/db/generated") && !isTypeOnly && layerOf(from) !== "db",
    );
    expect(users.map(told)).toEqual([]);
  });

  test("a transaction is opened by the units of work, the outbox and the jobs, and by nobody else", () => {
    const openers = imports.filter(
      ({ from, to, isTypeOnly }) => to === "src/db/act-as" && !isTypeOnly && layerOf(from) !== "db",
    );
    expect([...new Set(openers.map(({ from }) => from))].sort()).toEqual([
      "src/platform/mail/send-queued-mails.ts",
      "src/platform/outbox/relay.ts",
      "src/platform/run-operation.ts",
      "src/platform/run-query.ts",
      "src/platform/unit-records.ts",
      "src/worker/jobs/clean-up.ts",
      "src/worker/jobs/expire-invitations.ts",
    ]);
  });

  test("the environment is read in one place", () => {
    const names = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/process\.env(?:\.([A-Z_]+))?/g)].map(([, name]) => `${path} ${name ?? "all of it"}`),
    );
    // What Next puts in when it builds is no setting.
    const settings = names.filter((name) => !/ (NODE_ENV|NEXT_RUNTIME)$/.test(name));
    // The logger works before, and even when, the settings cannot be read.
    expect(settings).toEqual(["src/platform/env.ts all of it", "src/platform/logger.ts LOG_LEVEL"]);
  });
});

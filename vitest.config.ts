import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Three projects by what they need: nothing (unit, beside the source), the source tree and the migrated database's
 * catalogue (architecture), a real PostgreSQL (integration).
 */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^#\//, replacement: fromRoot("./src/") },
      // The marker throws outside a server bundle; a test is none, and tests server modules all the same.
      { find: /^server-only$/, replacement: fromRoot("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "prisma/**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: ["scripts/lib/postgres/**"],
        },
      },
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts", "scripts/lib/postgres/**/*.test.mjs"],
          globalSetup: ["tests/support/global-setup.ts"],
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

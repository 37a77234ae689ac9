import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Without this the command line would try to download a native engine, which needs more than the npm registry.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("scripts/schema-engine.mjs", import.meta.url),
);

/**
 * Where Prisma's command line finds the schema, the migrations and the database. The URL is the owner's: it may change
 * tables and roles, so only migrations use it; the web process and the worker get the login role's (APP_DATABASE_URL).
 */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});

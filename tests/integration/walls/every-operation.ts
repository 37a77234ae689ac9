import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Actor } from "#/domain/authorisation/actor";
import type { Result } from "#/domain/kernel/result";
import type { Operation, Query } from "#/domain/operation";
import { queryAs, runAs } from "../../support/run";

/** An operation or query, with its types erased: what the probes call with any input. */
export type Probed = Operation<z.ZodType, unknown, unknown> | Query<z.ZodType, unknown>;

function isProbed(value: unknown): value is Probed {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    (value.type === "operation" || value.type === "query") &&
    "access" in value
  );
}

const domain = join(import.meta.dirname, "../../../src/domain");

async function load(): Promise<readonly Probed[]> {
  const files = readdirSync(domain, { recursive: true, encoding: "utf8" }).filter((path) =>
    /^[a-z-]+\/(operations|queries)\/[a-z-]+\.ts$/.test(path),
  );
  const modules = await Promise.all(
    files.map((path): Promise<object> => import(/* @vite-ignore */ join(domain, path))),
  );
  return modules.flatMap((module) => Object.values(module).filter(isProbed));
}

/** Every operation and query of the domain. */
export const everyOperation = await load();

/** Calls an operation or query through its only door. */
export function probe(probed: Probed, actor: Actor, input: unknown): Promise<Result<unknown>> {
  return probed.type === "operation" ? runAs(actor, probed, input) : queryAs(actor, probed, input);
}

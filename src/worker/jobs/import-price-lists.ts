import { randomUUID } from "node:crypto";
import type { SystemActor } from "#/domain/authorisation/actor";
import { nextUnfinishedImport } from "#/domain/catalogue/queries/next-unfinished-import";
import { runQuery } from "#/platform/run-query";
import type { Runtime } from "#/platform/unit-of-work";
import { publishImport } from "../price-lists/publish-import";

const actor: SystemActor = { kind: "system", job: "import_price_lists" };

/**
 * Publishes the imports that wait, oldest first, until none is left, somebody else is at work on them, or the signal
 * stops it. One that a killed worker left half-way begins again. Gives how many ended.
 */
export async function importPriceLists(host: Runtime, signal?: AbortSignal): Promise<number> {
  for (let ended = 0; ; ended += 1) {
    const context = { correlationId: randomUUID(), source: "job" } as const;
    const next = await runQuery(nextUnfinishedImport, actor, {}, context, host);
    if (!next.ok || next.value === null || signal?.aborted) return ended;
    const outcome = await publishImport(next.value, { host, context, signal }).catch((error: unknown) => {
      // Stopping leaves the import to the next worker.
      if (signal?.aborted) return "unavailable" as const;
      throw error;
    });
    if (outcome !== "ended") return ended;
  }
}

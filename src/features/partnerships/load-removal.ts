import "server-only";
import { redirect } from "next/navigation";
import type { Result } from "#/domain/kernel/result";
import { previewRemoval, type RemovalPreview } from "#/domain/partnership/queries/preview-removal";
import { readReseller } from "#/domain/partnership/queries/read-partnership";
import type { RunQuery } from "#/platform/next/define-page";
import { routes } from "./routes";

/**
 * What the question before a removal shows. A partnership that has been removed meanwhile, by a colleague or a moment ago
 * in another tab, leads to the page that says so.
 */
export async function loadRemoval(run: RunQuery, partnershipId: string): Promise<Result<RemovalPreview>> {
  const preview = await run(previewRemoval, { partnershipId });
  if (preview.ok || preview.failure.kind !== "not_found") return preview;
  const past = await run(readReseller, { partnershipId });
  if (past.ok && past.value.state === "removed") redirect(routes.removed(partnershipId));
  return preview;
}

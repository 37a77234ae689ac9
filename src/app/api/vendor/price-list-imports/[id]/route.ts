import { getLocale } from "next-intl/server";
import { z } from "zod";
import { readImportProgress } from "#/domain/catalogue/queries/read-import-progress";
import { idSchema } from "#/domain/kernel/ids";
import { ok } from "#/domain/kernel/result";
import { progressView } from "#/features/price-lists/progress-view";
import { defineRoute } from "#/platform/next/define-route";
import { answerHeaders } from "#/platform/next/problem-response";

/** Says how far an import is. */
export const GET = defineRoute({
  runs: readImportProgress,
  params: z.object({ id: idSchema }),
  answer: async ({ params, run, requestId }) => {
    const progress = await run(readImportProgress, { importId: params.id });
    if (!progress.ok) return progress;
    const view = progressView(progress.value, await getLocale());
    return ok(Response.json(view, { headers: answerHeaders(requestId) }));
  },
});

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { readImport } from "#/domain/catalogue/queries/read-import";
import { idSchema } from "#/domain/kernel/ids";
import { ok } from "#/domain/kernel/result";
import { reportFile } from "#/features/price-lists/report-file";
import { defineRoute } from "#/platform/next/define-route";
import { answerHeaders } from "#/platform/next/problem-response";

/** The report of an import as a file to download. */
export const GET = defineRoute({
  runs: readImport,
  params: z.object({ id: idSchema }),
  answer: async ({ params, run, requestId }) => {
    const detail = await run(readImport, { importId: params.id });
    if (!detail.ok) return detail;
    return ok(
      new Response(reportFile(detail.value, await getLocale()), {
        headers: {
          ...answerHeaders(requestId),
          "Content-Type": "text/csv; charset=utf-8",
          "Content-Disposition": `attachment; filename="import-${params.id}-report.csv"`,
        },
      }),
    );
  },
});

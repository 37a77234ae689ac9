import { notFound } from "next/navigation";
import { z } from "zod";
import { readReseller } from "#/domain/partnership/queries/read-partnership";
import { RemovedScreen } from "#/features/partnerships/components/removed-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "partnership.list",
  params: z.object({ id: z.uuid() }),
  load: ({ run, params }) => run(readReseller, { partnershipId: params.id }),
  render: ({ data, viewer }) =>
    data.state === "removed" ? <RemovedScreen partnership={data} viewer={viewer} /> : notFound(),
});

import { z } from "zod";
import { readProvider } from "#/domain/partnership/queries/read-partnership";
import { AcceptedScreen } from "#/features/partnerships/components/accepted-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_reseller",
  access: "provider.list",
  params: z.object({ id: z.uuid() }),
  load: ({ run, params }) => run(readProvider, { partnershipId: params.id }),
  render: ({ data }) => <AcceptedScreen partnership={data} />,
});

import { z } from "zod";
import { RemovalScreen } from "#/features/partnerships/components/removal-screen";
import { loadRemoval } from "#/features/partnerships/load-removal";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "partnership.remove",
  params: z.object({ id: z.uuid() }),
  load: ({ run, params }) => loadRemoval(run, params.id),
  render: ({ data }) => <RemovalScreen preview={data} />,
});

import { z } from "zod";
import { previewRemoval } from "#/domain/partnership/queries/preview-removal";
import { RemovalScreen } from "#/features/partnerships/components/removal-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "partnership.remove",
  params: z.object({ id: z.uuid() }),
  load: ({ run, params }) => run(previewRemoval, { partnershipId: params.id }),
  render: ({ data }) => <RemovalScreen preview={data} />,
});

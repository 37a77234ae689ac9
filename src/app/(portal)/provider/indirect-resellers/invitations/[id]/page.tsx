import { z } from "zod";
import { readInvitation } from "#/domain/partnership/queries/read-invitation";
import { InvitationScreen } from "#/features/partnerships/components/invitation-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "partnership.request",
  params: z.object({ id: z.uuid() }),
  load: ({ run, params }) => run(readInvitation, { invitationId: params.id }),
  render: ({ viewer, data }) => <InvitationScreen viewer={viewer} page={data} />,
});

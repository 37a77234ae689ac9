import { z } from "zod";
import { invitationViews, listInvitations } from "#/domain/partnership/queries/list-invitations";
import { InvitationListScreen } from "#/features/partnerships/components/invitation-list-screen";
import { cursorOf, listSearch } from "#/features/partnerships/list-address";
import { definePage } from "#/platform/next/define-page";

const flag = z.literal("1").optional().catch(undefined);

export default definePage({
  organisation: "indirect_provider",
  access: "partnership.request",
  search: listSearch.extend({
    view: z.enum(invitationViews).optional().catch(undefined),
    shared: flag,
    revoked: flag,
  }),
  load: ({ run, search }) => run(listInvitations, { view: search.view ?? "open", cursor: cursorOf(search) }),
  render: ({ viewer, data, search }) => <InvitationListScreen viewer={viewer} page={data} search={search} />,
});

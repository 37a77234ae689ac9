import { z } from "zod";
import { listOwnSessions } from "#/domain/identity/queries/list-own-sessions";
import { AccountScreen } from "#/features/identity/components/account-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "any",
  access: "own_account.manage",
  search: z.object({ saved: z.string().optional() }),
  load: ({ run }) => run(listOwnSessions, {}),
  render: ({ viewer, search, data }) => (
    <AccountScreen viewer={viewer} sessions={data} saved={search.saved === "1"} />
  ),
});

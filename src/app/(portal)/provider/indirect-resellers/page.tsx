import { listResellers } from "#/domain/partnership/queries/list-resellers";
import { ResellerListScreen } from "#/features/partnerships/components/reseller-list-screen";
import { cursorOf, listSearch } from "#/features/partnerships/list-address";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "partnership.list",
  search: listSearch,
  load: ({ run, search }) => run(listResellers, { search: search.q ?? "", cursor: cursorOf(search) }),
  render: ({ viewer, data, search }) => <ResellerListScreen viewer={viewer} page={data} search={search} />,
});

import { listProviders } from "#/domain/partnership/queries/list-providers";
import { ProviderListScreen } from "#/features/partnerships/components/provider-list-screen";
import { cursorOf, listSearch } from "#/features/partnerships/list-address";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_reseller",
  access: "provider.list",
  search: listSearch,
  load: ({ run, search }) => run(listProviders, { search: search.q ?? "", cursor: cursorOf(search) }),
  render: ({ viewer, data, search }) => <ProviderListScreen viewer={viewer} page={data} search={search} />,
});

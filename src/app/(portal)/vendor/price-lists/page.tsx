import { listImports } from "#/domain/catalogue/queries/list-imports";
import { PriceListScreen } from "#/features/price-lists/components/price-list-screen";
import { importQuery, importSearch } from "#/features/price-lists/list-address";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "vendor_operator",
  access: "price_list.read",
  search: importSearch,
  load: ({ run, search: { kind, after, before } }) => run(listImports, { kind, cursor: after ?? before }),
  render: ({ viewer, data, search }) => (
    <PriceListScreen viewer={viewer} page={data} query={importQuery(search)} />
  ),
});

import { readHomeFigures } from "#/domain/overview/queries/read-home-figures";
import { ResellerHome } from "#/features/home/components/reseller-home";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_reseller",
  access: "home.read",
  load: ({ run }) => run(readHomeFigures, {}),
  render: ({ viewer, data }) => <ResellerHome viewer={viewer} figures={data} />,
});

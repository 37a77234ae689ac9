import { readHomeFigures } from "#/domain/overview/queries/read-home-figures";
import { ProviderHome } from "#/features/home/components/provider-home";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "indirect_provider",
  access: "home.read",
  load: ({ run }) => run(readHomeFigures, {}),
  render: ({ viewer, data }) => <ProviderHome viewer={viewer} figures={data} />,
});

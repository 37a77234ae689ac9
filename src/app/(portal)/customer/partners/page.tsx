import { listOwnPartners } from "#/domain/customer/queries/list-own-partners";
import { OwnPartnersScreen } from "#/features/customers/components/own-partners-screen";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "customer",
  access: "partner_relationship.list",
  load: ({ run }) => run(listOwnPartners, {}),
  render: ({ viewer, data }) => <OwnPartnersScreen viewer={viewer} partners={data} />,
});

import { VendorHome } from "#/features/home/components/vendor-home";
import { definePage } from "#/platform/next/define-page";

export default definePage({
  organisation: "vendor_operator",
  access: "home.read",
  render: ({ viewer }) => <VendorHome viewer={viewer} />,
});

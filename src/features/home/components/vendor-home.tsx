import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import type { Viewer } from "#/platform/auth/viewer";
import { PageHeader } from "#/ui/page-header";
import { QuickStart } from "./quick-start";

/** The vendor operator's first page: the price lists it publishes. */
export async function VendorHome({ viewer }: { readonly viewer: Viewer }) {
  const [t, tv] = await Promise.all([getTranslations("home"), getTranslations("home.vendor")]);
  return (
    <>
      <PageHeader title={t("welcome", { name: viewer.firstName })} description={tv("lead")} />
      <QuickStart
        title={tv("priceListsTitle")}
        body={tv("priceListsBody")}
        action={
          can(viewer.actor, "price_list.read")
            ? { label: tv("priceListsAction"), href: "/vendor/price-lists" }
            : undefined
        }
      />
    </>
  );
}

import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import type { HomeFigures } from "#/domain/overview/queries/read-home-figures";
import type { Viewer } from "#/platform/auth/viewer";
import { PageHeader } from "#/ui/page-header";
import { Figures } from "./figures";
import { QuickStart } from "./quick-start";

type ResellerHomeProps = { readonly viewer: Viewer; readonly figures: HomeFigures };

/** A reseller's first page: its providers and the customers it shares with them. */
export async function ResellerHome({ viewer, figures }: ResellerHomeProps) {
  const [t, tr] = await Promise.all([getTranslations("home"), getTranslations("home.reseller")]);
  const providers = "/reseller/indirect-providers";
  const customers = "/reseller/customers";
  return (
    <>
      <PageHeader title={t("welcome", { name: viewer.firstName })} description={tr("lead")} />
      <div className="mb-8 grid gap-4 lg:grid-cols-2">
        <QuickStart
          title={tr("providersTitle")}
          body={tr("providersBody")}
          action={
            can(viewer.actor, "provider.list") ? { label: tr("providersAction"), href: providers } : undefined
          }
        />
        <QuickStart
          title={tr("customersTitle")}
          body={tr("customersBody")}
          action={
            can(viewer.actor, "customer.list") ? { label: tr("customersAction"), href: customers } : undefined
          }
        />
      </div>
      <Figures
        figures={figures}
        timeZone={viewer.timeZone ?? "UTC"}
        partners={{ label: "providers", href: providers }}
        customersHref={customers}
      />
    </>
  );
}

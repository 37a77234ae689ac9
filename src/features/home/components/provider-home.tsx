import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import type { HomeFigures } from "#/domain/overview/queries/read-home-figures";
import type { Viewer } from "#/platform/auth/viewer";
import { PageHeader } from "#/ui/page-header";
import { Figures } from "./figures";
import { QuickStart } from "./quick-start";

type ProviderHomeProps = { readonly viewer: Viewer; readonly figures: HomeFigures };

/** A provider's first page: the three jobs of the source document in their order (spans 123–132), then the figures. */
export async function ProviderHome({ viewer, figures }: ProviderHomeProps) {
  const [t, tp] = await Promise.all([getTranslations("home"), getTranslations("home.provider")]);
  const resellers = "/provider/indirect-resellers";
  const customers = "/provider/customers";
  return (
    <>
      <PageHeader title={t("welcome", { name: viewer.firstName })} description={tp("lead")} />
      <h2 className="mb-3 font-medium">{t("quickStarts")}</h2>
      <ol className="mb-8 grid gap-4 lg:grid-cols-3">
        <li className="grid">
          <QuickStart step={t("step", { number: 1 })} title={tp("profileTitle")} body={tp("profileBody")}>
            <p>
              {viewer.companyName} · {viewer.country}
            </p>
          </QuickStart>
        </li>
        <li className="grid">
          <QuickStart
            step={t("step", { number: 2 })}
            title={tp("resellersTitle")}
            body={tp("resellersBody")}
            action={
              can(viewer.actor, "partnership.list")
                ? { label: tp("resellersAction"), href: resellers }
                : undefined
            }
          />
        </li>
        <li className="grid">
          <QuickStart
            step={t("step", { number: 3 })}
            title={tp("customersTitle")}
            body={tp("customersBody")}
            action={
              can(viewer.actor, "customer.list")
                ? { label: tp("customersAction"), href: customers }
                : undefined
            }
          />
        </li>
      </ol>
      <Figures
        figures={figures}
        timeZone={viewer.timeZone ?? "UTC"}
        partners={{ label: "resellers", href: resellers }}
        customersHref={customers}
      />
    </>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import type { OwnPartner } from "#/domain/customer/queries/list-own-partners";
import type { Viewer } from "#/platform/auth/viewer";
import { showDay, showInstant } from "#/platform/i18n/format";
import { tableLabels } from "#/platform/i18n/table-labels";
import { DataTable } from "#/ui/data-table";
import { PageHeader } from "#/ui/page-header";
import type { Column, TableRow } from "#/ui/table-types";
import { countryName } from "../place";
import { routes } from "../routes";

type OwnPartnersScreenProps = { readonly viewer: Viewer; readonly partners: readonly OwnPartner[] };

async function partnerColumns(): Promise<readonly Column[]> {
  const t = await getTranslations("customers.partners");
  return [
    { id: "partner", header: t("partner"), width: "md" },
    { id: "type", header: t("type"), kind: "text" },
    { id: "country", header: t("country"), hideOnPhone: true },
    { id: "email", header: t("email"), kind: "link" },
    { id: "phone", header: t("phone") },
    { id: "website", header: t("website"), hideOnPhone: true },
    { id: "since", header: t("since"), kind: "timestamp" },
    { id: "status", header: t("status"), kind: "badge" },
  ];
}

async function partnerRows({ viewer, partners }: OwnPartnersScreenProps): Promise<readonly TableRow[]> {
  const [t, locale] = await Promise.all([getTranslations("customers.partners"), getLocale()]);
  return partners.map((partner) => {
    const shown = showInstant(partner.since, locale, viewer.timeZone ?? "UTC");
    const role = partner.kind === "indirect_provider" ? t("provider") : t("indirectReseller");
    const through = partner.throughName === null ? "" : ` · ${t("through")} ${partner.throughName}`;
    return {
      id: `${partner.organisationId} ${partner.throughName ?? ""}`,
      label: partner.companyName,
      cells: {
        partner: { text: partner.companyName, detail: `${role}${through}` },
        type: t("reseller"),
        country: countryName(locale, partner.country),
        email: partner.supportEmail
          ? { text: partner.supportEmail, href: `mailto:${partner.supportEmail}` }
          : t("none"),
        phone: partner.supportTelephone?.replaceAll(" ", "\u00a0") ?? t("none"),
        website: partner.supportWebsite ?? t("none"),
        since: {
          text: showDay(partner.since, locale),
          instant: shown.iso,
          title: `${shown.utc} · ${shown.local}`,
        },
        status: { text: t("active"), tone: "success" },
      },
    };
  });
}

/** **Partner relationships**: who may sell to the viewer's company, and how to reach them (S-26, C4, R5). */
export async function OwnPartnersScreen(props: OwnPartnersScreenProps) {
  const t = await getTranslations("customers.partners");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <DataTable
        columns={await partnerColumns()}
        rows={await partnerRows(props)}
        query={{ path: routes.ownPartners, params: {} }}
        labels={await tableLabels(t("title"))}
        paging={{ next: null, previous: null, summary: t("summary", { count: props.partners.length }) }}
        searchable={false}
        empty={{ title: t("emptyTitle"), body: t("emptyBody") }}
      />
    </>
  );
}

import "server-only";
import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import { customerCountLimit, type ResellerSummary } from "#/domain/partnership/queries/list-resellers";
import type { Viewer } from "#/platform/auth/viewer";
import { showDay } from "#/platform/i18n/format";
import type { Locale } from "#/platform/i18n/messages";
import type { Column, RowAction, TableRow } from "#/ui/table-types";
import type { PartnerDetails } from "./components/partner-table";
import { cappedCount } from "./count-cell";
import { instantTexts } from "./instant-text";
import { countryName } from "./place-names";
import { routes } from "./routes";

/** The columns of **Indirect resellers** (S-04). */
export async function resellerColumns(): Promise<readonly Column<PartnerDetails>[]> {
  const t = await getTranslations("partnerships.list");
  return [
    { id: "reseller", header: t("reseller"), width: "lg" },
    { id: "location", header: t("location") },
    { id: "partnerId", header: t("partnerId"), kind: "code" },
    { id: "agreement", header: t("agreement"), hideOnPhone: true },
    { id: "eligibility", header: t("eligibility"), kind: "badge" },
    { id: "customers", header: t("customers"), kind: "number" },
    { id: "since", header: t("since"), kind: "timestamp", hideOnPhone: true },
  ];
}

/** The rows of **Indirect resellers** as plain data, with the acts the viewer's roles allow. */
export async function resellerRows(
  resellers: readonly ResellerSummary[],
  viewer: Viewer,
  locale: Locale,
): Promise<readonly TableRow<PartnerDetails>[]> {
  const [t, td, ts] = await Promise.all([
    getTranslations("partnerships.list"),
    getTranslations("partnerships.details"),
    getTranslations("partnerships.standing"),
  ]);
  const instant = await instantTexts(locale, viewer.timeZone);
  return resellers.map((reseller) => {
    const { name, standing, agreementSignedAt, since } = reseller;
    const agreement = agreementSignedAt
      ? t("agreementSigned", { day: showDay(agreementSignedAt, locale) })
      : t("agreementMissing");
    const actions = rowActions(reseller, viewer, t);
    return {
      id: reseller.id,
      label: name,
      cells: {
        reseller: { text: name, detail: reseller.domain },
        location: { text: reseller.country, detail: countryName(locale, reseller.country) },
        partnerId: reseller.partnerId,
        agreement: agreementSignedAt ? showDay(agreementSignedAt, locale) : t("agreementMissing"),
        eligibility: standing.eligible
          ? { text: t("eligible"), tone: "success" }
          : { text: ts(standing.reason), tone: "danger" },
        customers: cappedCount(reseller.customers, customerCountLimit, locale),
        since: { text: showDay(since, locale), instant: since.toISOString(), title: instant(since) },
      },
      actions,
      data: {
        items: [
          { term: td("domain"), description: reseller.domain },
          { term: td("microsoftId"), description: reseller.organisationId },
          { term: td("partnerId"), description: reseller.partnerId },
          { term: td("supportEmail"), description: reseller.supportEmail ?? td("none") },
          { term: td("supportTelephone"), description: reseller.supportTelephone ?? td("none") },
          { term: td("supportWebsite"), description: reseller.supportWebsite ?? td("none") },
          { term: td("agreement"), description: agreement },
          { term: td("since"), description: instant(since) },
        ],
        remark: standing.eligible ? ts("eligible") : ts(`why${capitalised(standing.reason)}`),
        links: actions.flatMap(({ label, href, tone }) =>
          href && tone !== "danger" ? [{ label, href }] : [],
        ),
      },
    };
  });
}

type ListTexts = Awaited<ReturnType<typeof getTranslations<"partnerships.list">>>;

function rowActions(
  { id, organisationId }: ResellerSummary,
  viewer: Viewer,
  t: ListTexts,
): readonly RowAction[] {
  const actions: RowAction[] = [];
  if (can(viewer.actor, "customer.list")) {
    actions.push({
      id: "customers",
      label: t("viewCustomers"),
      href: routes.customersOfReseller(organisationId),
      icon: "users",
      inline: true,
    });
  }
  if (can(viewer.actor, "customer.create")) {
    actions.push({
      id: "add",
      label: t("addCustomer"),
      href: routes.newCustomerFor(organisationId),
      icon: "plus",
      inline: true,
    });
  }
  if (can(viewer.actor, "partnership.remove")) {
    actions.push({
      id: "remove",
      label: t("remove"),
      href: routes.removal(id),
      icon: "trash",
      tone: "danger",
    });
  }
  return actions;
}

function capitalised<T extends string>(text: T): Capitalize<T> {
  return (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<T>;
}

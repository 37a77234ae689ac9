import { getTranslations } from "next-intl/server";
import { can } from "#/domain/authorisation/authorise";
import type { CustomerList } from "#/domain/customer/queries/list-customers";
import type { Viewer } from "#/platform/auth/viewer";
import { tableLabels } from "#/platform/i18n/table-labels";
import { ButtonLink } from "#/ui/button";
import { PageHeader } from "#/ui/page-header";
import type { Option } from "#/ui/select-field";
import { partnersLookup } from "../actions";
import { tableQuery } from "../list-address";
import { routes } from "../routes";
import { CustomerTable, type CustomerTableTexts } from "./customer-table";

type CustomerListScreenProps = {
  readonly viewer: Viewer;
  readonly capacity: "provider" | "reseller";
  readonly list: CustomerList;
  readonly search: Readonly<Record<string, string | undefined>>;
};

type Texts = Awaited<ReturnType<typeof getTranslations<"customers.list">>>;

async function tableTexts(t: Texts, capacity: "provider" | "reseller"): Promise<CustomerTableTexts> {
  const isProvider = capacity === "provider";
  return {
    table: await tableLabels(t("title"), t("searchHint")),
    name: t("name"),
    microsoftId: t("microsoftId"),
    domain: t("domain"),
    relationship: t("relationship"),
    cloudReseller: t("cloudReseller"),
    partner: isProvider ? t("reseller") : t("provider"),
    subscriptions: t("subscriptions"),
    filter: isProvider ? t("filterReseller") : t("filterProvider"),
    optionsFailed: t("optionsFailed"),
    contact: t("contact"),
    email: t("email"),
    phone: t("phone"),
    country: t("country"),
    none: t("none"),
    addSubscription: t("addSubscription"),
    viewSubscriptions: t("viewSubscriptions"),
    viewOrders: t("viewOrders"),
  };
}

/** What the partner filter offers before anything is loaded: the fixed choices, and the partner in force. */
function filterOptions(
  t: Texts,
  isProvider: boolean,
  wanted: string | undefined,
  name: string | null,
): readonly Option[] {
  const fixed = isProvider
    ? [
        { value: "none", label: t("noReseller") },
        { value: "former", label: t("formerPartner") },
      ]
    : [];
  const isFixed = wanted === undefined || wanted === "none" || wanted === "former";
  return isFixed ? fixed : [...fixed, { value: wanted, label: name ?? wanted }];
}

/** **Customers**: a provider's list, or the list of those a reseller shares with its providers (S-09, spans 210–213). */
export async function CustomerListScreen({ viewer, capacity, list, search }: CustomerListScreenProps) {
  const t = await getTranslations("customers.list");
  const isProvider = capacity === "provider";
  const wanted = isProvider ? search.reseller : search.provider;
  const wantedReseller = wanted === "none" || wanted === "former" ? null : (wanted ?? null);
  const add = isProvider && can(viewer.actor, "customer.create") && (
    <ButtonLink href={routes.newCustomer(wantedReseller)} tone="primary" icon="plus">
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={isProvider ? t("descriptionProvider") : t("descriptionReseller")}
        actions={add}
      />
      <CustomerTable
        capacity={capacity}
        customers={list.items}
        query={tableQuery(isProvider ? routes.providerList : routes.resellerList, search)}
        paging={{
          next: list.next,
          previous: list.previous,
          summary: t("summary", { count: list.items.length }),
        }}
        texts={await tableTexts(t, capacity)}
        filterOptions={filterOptions(t, isProvider, wanted, list.partnerName)}
        loadOptions={isProvider ? partnersLookup : undefined}
        mayOrder={can(viewer.actor, "order.place")}
        empty={{
          title: t("emptyTitle"),
          body: isProvider ? t("emptyProvider") : t("emptyReseller"),
          action: add,
        }}
      />
    </>
  );
}

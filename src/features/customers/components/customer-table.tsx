"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { CustomerListItem } from "#/domain/customer/model";
import type { Lookup } from "#/platform/next/define-lookup";
import { DataTable } from "#/ui/data-table";
import type { Option } from "#/ui/select-field";
import type { Column, TableLabels, TablePaging, TableQuery, TableRow } from "#/ui/table-types";
import { showToast } from "#/ui/toast";
import { routes } from "../routes";
import { CustomerPanel, type PanelLabels } from "./customer-panel";

/** Every word of the list, and what the viewer's roles allow. */
export type CustomerTableTexts = PanelLabels & {
  readonly table: TableLabels;
  readonly name: string;
  readonly domain: string;
  readonly relationship: string;
  readonly cloudReseller: string;
  readonly partner: string;
  readonly subscriptions: string;
  readonly filter: string;
  readonly optionsFailed: string;
};

type CustomerTableProps = {
  readonly capacity: "provider" | "reseller";
  readonly customers: readonly CustomerListItem[];
  readonly query: TableQuery;
  readonly paging: TablePaging;
  readonly texts: CustomerTableTexts;
  /** The choices of the partner filter that are known without asking. */
  readonly filterOptions: readonly Option[];
  /** Asks for the other choices, once somebody turns to the filter. */
  readonly loadOptions?: Lookup<Record<string, never>, readonly Option[]> | undefined;
  readonly mayOrder: boolean;
  readonly empty: { readonly title: string; readonly body: string; readonly action?: ReactNode };
};

function columnsOf(texts: CustomerTableTexts): readonly Column<CustomerListItem>[] {
  return [
    { id: "name", header: texts.name, kind: "link", width: "md" },
    { id: "microsoftId", header: texts.microsoftId, kind: "code", hideOnPhone: true },
    { id: "domain", header: texts.domain },
    { id: "relationship", header: texts.relationship, width: "sm", hideOnPhone: true },
    { id: "partner", header: texts.partner, width: "md" },
    { id: "subscriptions", header: texts.subscriptions, kind: "number" },
  ];
}

function toRow(
  customer: CustomerListItem,
  texts: CustomerTableTexts,
  href: string,
): TableRow<CustomerListItem> {
  return {
    id: customer.id,
    label: customer.companyName,
    href,
    cells: {
      name: customer.companyName,
      microsoftId: customer.tenantId,
      domain: customer.primaryDomain,
      relationship: texts.cloudReseller,
      partner: customer.partnerName,
      subscriptions: customer.subscriptionCount,
    },
    data: customer,
  };
}

/**
 * **Customers**, for providers and resellers: rows arrive as bare data and become a table here, so that a page of the
 * busiest list stays small. The partners to filter by are asked for when somebody turns to the filter (S-09).
 */
export function CustomerTable(props: CustomerTableProps) {
  const { capacity, customers, texts, query, filterOptions, loadOptions } = props;
  const [options, setOptions] = useState<readonly Option[]>([]);
  const block = useOptionsOnDemand(loadOptions, setOptions, texts.optionsFailed);
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const hrefOf = capacity === "provider" ? routes.providerCustomer : routes.resellerCustomer;
  const rows = useMemo(
    () => customers.map((customer) => toRow(customer, texts, hrefOf(customer.id))),
    [customers, texts, hrefOf],
  );
  const known = new Set(options.map(({ value }) => value));
  const filter = {
    param: capacity === "provider" ? "reseller" : "provider",
    label: texts.filter,
    allLabel: texts.filter,
    options: [...filterOptions.filter(({ value }) => !known.has(value)), ...options],
  };
  return (
    <div ref={block}>
      <DataTable<CustomerListItem>
        columns={columns}
        rows={rows}
        query={query}
        labels={texts.table}
        paging={props.paging}
        filters={filter.options.length > 0 ? [filter] : []}
        empty={props.empty}
        renderExpanded={(row) =>
          row.data && (
            <CustomerPanel capacity={capacity} customer={row.data} labels={texts} mayOrder={props.mayOrder} />
          )
        }
      />
    </div>
  );
}

/** Loads the filter's choices when the pointer or the focus comes to the list's search and filters; once. */
function useOptionsOnDemand(
  load: CustomerTableProps["loadOptions"],
  keep: (options: readonly Option[]) => void,
  failed: string,
) {
  const block = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    const element = block.current;
    if (!element || !load) return;
    const ask = async (event: Event) => {
      if (asked.current || !(event.target instanceof Element) || !event.target.closest("search")) return;
      asked.current = true;
      const answer = await load({}).catch(() => undefined);
      if (answer?.ok) return keep(answer.value);
      asked.current = false;
      showToast({ title: failed, tone: "danger" });
    };
    element.addEventListener("focusin", ask);
    element.addEventListener("pointerover", ask);
    return () => {
      element.removeEventListener("focusin", ask);
      element.removeEventListener("pointerover", ask);
    };
  }, [load, keep, failed]);
  return block;
}

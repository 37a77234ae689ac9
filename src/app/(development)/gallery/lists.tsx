"use client";

import { ButtonLink } from "#/ui/button";
import { DataTable } from "#/ui/data-table";
import { DescriptionList } from "#/ui/description-list";
import { PageHeader } from "#/ui/page-header";
import type { Column, TableRow } from "#/ui/table-types";
import { Tabs } from "#/ui/tabs";
import { showToast } from "#/ui/toast";
import { tableLabels } from "./words";

const names = [
  "Adriatica Informatica",
  "Bergwerk Systeme GmbH",
  "Cobalt & Co.",
  "Delta Réseaux",
  "Ermes Servizi Cloud S.r.l.",
  "Fjord IT",
  "Grafene",
  "Hochland Software und Beratungsgesellschaft mbH & Co. KG",
];
const states = [
  { text: "Active", tone: "success" },
  { text: "Agreement not signed", tone: "warning" },
  { text: "Deauthorised", tone: "danger" },
  { text: "Invited", tone: "info" },
  { text: "Draft", tone: "neutral" },
] as const;

type Details = { readonly contact: string };

const columns: readonly Column<Details>[] = [
  { id: "name", header: "Indirect reseller", kind: "link", sortable: true, width: "lg" },
  { id: "location", header: "Location", sortable: true },
  { id: "partnerId", header: "Partner ID", kind: "code" },
  { id: "status", header: "Status", kind: "badge" },
  { id: "customers", header: "Customers", kind: "number", sortable: true },
  { id: "revenue", header: "Monthly", kind: "money", sortable: true, hideOnPhone: true },
  { id: "since", header: "Partner since", kind: "timestamp", hideOnPhone: true },
];

const rows: readonly TableRow<Details>[] = names.map((name, index) => ({
  id: `row-${index}`,
  label: name,
  href: `/gallery?reseller=${index}`,
  cells: {
    name: {
      text: name,
      detail: `${name
        .toLowerCase()
        .replace(/[^a-z]+/g, "-")
        .slice(0, 24)}.example`,
    },
    location: ["IT", "DE", "IE", "FR"][index % 4] ?? "IT",
    partnerId: String(4_812_300 + index * 977),
    status: states[index % states.length] ?? states[0],
    customers: (index * 379) % 1200,
    revenue: index === 5 ? null : `€ ${(12_480 + index * 931).toLocaleString("en")}.40`,
    since: { text: `${10 + index} Mar 2026`, instant: `2026-03-${10 + index}T08:00:00Z`, title: "08:00 UTC" },
  },
  actions: [
    { id: "customers", label: "View customers", href: "/gallery?view=customers", inline: true },
    { id: "add", label: "Add new customer", href: "/gallery?view=new", icon: "plus" },
    { id: "invite", label: "Invite new customers", href: "/gallery?view=invite", icon: "send" },
    { id: "remove", label: "Remove partnership", icon: "trash", tone: "danger" },
  ],
  data: { contact: "Paolo Ferri, +39 02 5550 0134" },
}));

/** A list page as the product has them, with its empty and its filtered state below. */
export function Lists({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const query = { path: "/gallery", params };
  const filters = [
    {
      param: "status",
      label: "Status",
      allLabel: "Any status",
      options: [
        { value: "active", label: "Active" },
        { value: "invited", label: "Invited" },
      ],
    },
  ];
  return (
    <>
      <PageHeader
        title="Indirect resellers"
        description="Companies that sell through you. Each has agreed that you place orders for its customers."
        actions={
          <>
            <ButtonLink href="/gallery?export=1" icon="download">
              Export indirect resellers
            </ButtonLink>
            <ButtonLink href="/gallery?request=1" tone="primary" icon="plus">
              Request a partnership
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label="Indirect resellers"
        tabs={[
          { href: "/gallery", label: "Partners", count: "1,204", current: true },
          { href: "/gallery?tab=pending", label: "Pending invitations", count: "3" },
        ]}
      />
      <DataTable<Details>
        columns={columns}
        rows={params.q === "none" ? [] : rows}
        query={query}
        labels={tableLabels}
        filters={filters}
        paging={{ previous: params.after ? "a" : null, next: "b", summary: "8 of 1,000+" }}
        empty={{ title: "No indirect resellers yet" }}
        expandedId="row-1"
        renderExpanded={(row) => (
          <DescriptionList
            layout="columns"
            items={[
              { term: "Contact", description: row.data?.contact },
              { term: "Region", description: "Europe and European Free Trade Association" },
              { term: "Active subscriptions", description: "418" },
            ]}
          />
        )}
        renderSelection={(ids, clear) => (
          <>
            <span>{ids.length} selected</span>
            <button type="button" className="tt-link" onClick={clear}>
              Clear
            </button>
          </>
        )}
        onAction={(id, row) => showToast({ title: `${id}: ${row.label}` })}
      />
      <div className="mt-8">
        <DataTable
          columns={[{ id: "name", header: "Customer" }]}
          rows={[]}
          query={{ path: "/gallery", params: {} }}
          labels={{ ...tableLabels, caption: "Customers" }}
          searchable={false}
          empty={{
            title: "No customers yet",
            body: "Customers appear here once you add them or they accept an invitation.",
            action: (
              <ButtonLink href="/gallery?new=1" tone="primary">
                Add customer
              </ButtonLink>
            ),
          }}
        />
      </div>
    </>
  );
}

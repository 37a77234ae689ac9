"use client";

import type { ReactNode } from "react";
import { ButtonLink } from "#/ui/button";
import { DataTable } from "#/ui/data-table";
import { DescriptionList } from "#/ui/description-list";
import type { Column, TableLabels, TablePaging, TableQuery, TableRow } from "#/ui/table-types";

/** What a partner's row reveals when it is expanded: names and values, a remark on its standing, and what can be done. */
export type PartnerDetails = {
  readonly items: readonly { readonly term: string; readonly description: string }[];
  readonly remark?: string | undefined;
  readonly links: readonly { readonly label: string; readonly href: string }[];
};

type PartnerTableProps = {
  readonly columns: readonly Column<PartnerDetails>[];
  readonly rows: readonly TableRow<PartnerDetails>[];
  readonly query: TableQuery;
  readonly labels: TableLabels;
  readonly paging: TablePaging;
  readonly empty: { readonly title: string; readonly body: string; readonly action?: ReactNode };
};

/** A list of partners whose rows open to their details. */
export function PartnerTable(props: PartnerTableProps) {
  return (
    <DataTable<PartnerDetails> {...props} renderExpanded={(row) => row.data && <Details {...row.data} />} />
  );
}

function Details({ items, remark, links }: PartnerDetails) {
  return (
    <div className="grid gap-4">
      <DescriptionList items={items} layout="columns" />
      {remark && <p className="max-w-[75ch] text-ink-muted">{remark}</p>}
      {links.length > 0 && (
        <div className="tt-actions">
          {links.map(({ label, href }) => (
            <ButtonLink key={href} href={href} size="sm">
              {label}
            </ButtonLink>
          ))}
        </div>
      )}
    </div>
  );
}

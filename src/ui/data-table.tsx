"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useState } from "react";
import { ButtonLink } from "./button";
import { copyText } from "./clipboard";
import { EmptyState } from "./empty-state";
import { useRowMenu } from "./row-menu";
import { useSoftNavigation } from "./soft-navigation";
import { clearedHref, isFiltered } from "./table-address";
import { TableHead } from "./table-head";
import { moveInTable } from "./table-keyboard";
import { TablePager } from "./table-pager";
import { DataTableRow } from "./table-row";
import { TableTools } from "./table-tools";
import type { Column, TableFilter, TableLabels, TablePaging, TableQuery, TableRow } from "./table-types";
import { showToast } from "./toast";
import { useFits } from "./use-fits";

type DataTableProps<D> = {
  readonly columns: readonly Column<D>[];
  readonly rows: readonly TableRow<D>[];
  readonly query: TableQuery;
  readonly labels: TableLabels;
  readonly paging?: TablePaging | undefined;
  readonly filters?: readonly TableFilter[] | undefined;
  /** Offers a search by `q`. On unless turned off. */
  readonly searchable?: boolean | undefined;
  /** Acts on the whole list, beside search and filters. */
  readonly actions?: ReactNode;
  /** Shown when the list is empty and nothing filters it. */
  readonly empty: { readonly title: string; readonly body?: string | undefined; readonly action?: ReactNode };
  /** Gives each row a down arrow that reveals this panel. */
  readonly renderExpanded?: ((row: TableRow<D>) => ReactNode) | undefined;
  /** The row open at first, such as the one just changed. */
  readonly expandedId?: string | undefined;
  /** Runs acts of rows that are not links. */
  readonly onAction?: ((actionId: string, row: TableRow<D>) => void) | undefined;
  /** Gives each row a tick box; shows this bar for what is ticked. */
  readonly renderSelection?: ((ids: readonly string[], clear: () => void) => ReactNode) | undefined;
};

/**
 * A list: search, filters, sortable header, rows, pages. The server sorts, filters and pages by the address;
 * this draws plain data as a plain table, and on a phone as cards. Arrow keys move between rows.
 */
export function DataTable<D = unknown>(props: DataTableProps<D>) {
  const { columns, rows, query, labels, filters = [], renderExpanded, renderSelection } = props;
  const tableId = useId().replaceAll(":", "");
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(
    new Set(props.expandedId ? [props.expandedId] : []),
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { pending, onLinkClick, onFormSubmit } = useSoftNavigation();
  const menu = useRowMenu<D>(`${tableId}-menu`, labels.moreActions, (id, row) => props.onAction?.(id, row));
  const fits = useFits<HTMLElement>();
  const rowOf = (id: string | undefined) => rows.find((row) => row.id === id);
  const onClick = (event: MouseEvent) => {
    onLinkClick(event);
    const control =
      event.target instanceof Element ? event.target.closest<HTMLElement>("button, input") : null;
    if (!control) return;
    const { expand, select, copy, more, act, of } = control.dataset;
    if (expand !== undefined) setExpanded(toggled(expanded, expand));
    if (select !== undefined) setTicked(select === "*" ? allOrNone(ticked, rows) : toggled(ticked, select));
    if (copy !== undefined) copyCell(copy, labels);
    const row = rowOf(more ?? of);
    if (row && more !== undefined) menu.fill(row, control);
    if (row && act !== undefined) props.onAction?.(act, row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveInTable(event.key, event.target)) event.preventDefault();
  };
  const hasActions = rows.some((row) => (row.actions?.length ?? 0) > 0);
  const selectable = renderSelection !== undefined;
  const chosen = rows.filter((row) => ticked.has(row.id)).map((row) => row.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for the native links and buttons inside
    <div className="tt-table-block" onClick={onClick} onKeyDown={onKeyDown} aria-busy={pending || undefined}>
      <TableTools
        query={query}
        filters={filters}
        labels={labels}
        searchable={props.searchable ?? true}
        actions={props.actions}
        onSubmit={onFormSubmit}
      />
      {chosen.length > 0 && renderSelection && (
        <div className="tt-selection">{renderSelection(chosen, () => setTicked(new Set()))}</div>
      )}
      {rows.length === 0 ? (
        <NoRows {...props} filters={filters} />
      ) : (
        <section ref={fits} className="tt-table-scroll" aria-label={labels.caption}>
          <table className="tt-table">
            <caption className="sr-only">{labels.caption}</caption>
            <TableHead
              {...{ columns, query, labels, hasActions }}
              expandable={renderExpanded !== undefined}
              allSelected={selectable ? chosen.length === rows.length : undefined}
            />
            <tbody>
              {rows.map((row) => (
                <DataTableRow
                  key={row.id}
                  {...{ row, columns, labels, tableId, selectable, hasActions, renderExpanded }}
                  expandable={renderExpanded !== undefined}
                  expanded={expanded.has(row.id)}
                  selected={ticked.has(row.id)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {props.paging && <TablePager query={query} paging={props.paging} labels={labels} />}
      {hasActions && menu.element}
    </div>
  );
}

function NoRows<D>({
  query,
  filters,
  labels,
  empty,
}: DataTableProps<D> & { filters: readonly TableFilter[] }) {
  if (!isFiltered(query, filters)) {
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.body}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={labels.noMatches}
      action={<ButtonLink href={clearedHref(query, filters)}>{labels.clearFilters}</ButtonLink>}
    />
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set.has(id) ? new Set([...set].filter((other) => other !== id)) : new Set([...set, id]);
}

function allOrNone(ticked: ReadonlySet<string>, rows: readonly TableRow<unknown>[]): ReadonlySet<string> {
  return rows.every((row) => ticked.has(row.id)) ? new Set() : new Set(rows.map((row) => row.id));
}

async function copyCell(text: string, labels: TableLabels): Promise<void> {
  const copied = await copyText(text);
  showToast({ title: copied ? labels.copied : labels.copyFailed, tone: copied ? "success" : "danger" });
}

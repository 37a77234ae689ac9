"use client";

import { Icon } from "./icon";
import { sortDirection, sortHref } from "./table-address";
import { cellClass } from "./table-cell";
import type { Column, TableLabels, TableQuery } from "./table-types";

type TableHeadProps<D> = {
  readonly columns: readonly Column<D>[];
  readonly query: TableQuery;
  readonly labels: TableLabels;
  readonly expandable: boolean;
  readonly hasActions: boolean;
  /** Undefined where rows cannot be selected. */
  readonly allSelected: boolean | undefined;
};

/** The header row. Sorting is a link, so it has an address and works without JavaScript. */
export function TableHead<D>({
  columns,
  query,
  labels,
  expandable,
  hasActions,
  allSelected,
}: TableHeadProps<D>) {
  return (
    <thead>
      <tr>
        {allSelected !== undefined && (
          <th scope="col" className="pick">
            <input
              type="checkbox"
              data-select="*"
              checked={allSelected}
              readOnly
              aria-label={labels.selectAll}
            />
          </th>
        )}
        {expandable && (
          <td className="pick">
            <span className="sr-only">{labels.expand}</span>
          </td>
        )}
        {columns.map((column) => {
          const direction = sortDirection(query, column.id);
          const width = column.width ? `w-${column.width}` : "";
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={direction}
              className={[cellClass(column), width].filter(Boolean).join(" ") || undefined}
            >
              {column.sortable ? (
                <a href={sortHref(query, column.id)}>
                  {column.header}
                  <Icon name={sortIcon(direction)} />
                </a>
              ) : (
                column.header
              )}
            </th>
          );
        })}
        {hasActions && (
          <th scope="col" className="acts">
            {labels.actions}
          </th>
        )}
      </tr>
    </thead>
  );
}

function sortIcon(direction: "ascending" | "descending" | undefined) {
  if (direction === undefined) return "chevrons-up-down";
  return direction === "ascending" ? "arrow-up" : "arrow-down";
}

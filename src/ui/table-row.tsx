"use client";

import { memo, type ReactNode } from "react";
import { Icon } from "./icon";
import { cellClass, cellContent } from "./table-cell";
import type { Column, RowAction, TableLabels, TableRow } from "./table-types";

type RowProps<D> = {
  readonly row: TableRow<D>;
  readonly columns: readonly Column<D>[];
  readonly labels: TableLabels;
  readonly tableId: string;
  /** Whether the table has these columns at all. */
  readonly expandable: boolean;
  readonly selectable: boolean;
  readonly hasActions: boolean;
  readonly expanded: boolean;
  readonly selected: boolean;
  readonly renderExpanded: ((row: TableRow<D>) => ReactNode) | undefined;
};

/**
 * One row, and under it its panel when expanded. Buttons carry data attributes and the table listens once for
 * all of them. On a phone each cell shows its column's header, which it carries as `data-l`.
 */
function Row<D>(props: RowProps<D>) {
  const { row, columns, labels, expandable, selectable, hasActions, expanded, selected } = props;
  const panelId = `${props.tableId}-${row.id}`;
  const [first, ...others] = columns;
  return (
    <>
      <tr data-row={row.id} className={selected ? "selected" : undefined}>
        {selectable && (
          <td className="pick">
            <input
              type="checkbox"
              data-select={row.id}
              checked={selected}
              readOnly
              aria-label={`${labels.selectRow} ${row.label}`}
            />
          </td>
        )}
        {expandable && (
          <td className="pick">
            <button
              type="button"
              data-expand={row.id}
              aria-expanded={expanded}
              aria-controls={expanded ? panelId : undefined}
              aria-label={`${expanded ? labels.collapse : labels.expand} ${row.label}`}
            >
              <Icon name="chevron-down" />
            </button>
          </td>
        )}
        {first && (
          <th scope="row" className={cellClass(first)}>
            {cellContent(first, row, labels)}
          </th>
        )}
        {others.map((column) => (
          <td
            key={column.id}
            className={cellClass(column)}
            data-l={column.hideOnPhone ? undefined : column.header}
          >
            {cellContent(column, row, labels)}
          </td>
        ))}
        {hasActions && <td className="acts">{actionCell(row, labels, `${props.tableId}-menu`)}</td>}
      </tr>
      {expanded && (
        <tr className="panel" id={panelId}>
          <td colSpan={selectable ? 2 : 1} />
          <td colSpan={columns.length + (hasActions ? 1 : 0)}>{props.renderExpanded?.(row)}</td>
        </tr>
      )}
    </>
  );
}

/** The row, drawn again only when something of its own changed. */
export const DataTableRow = memo(Row) as typeof Row;

function actionCell<D>(row: TableRow<D>, labels: TableLabels, menuId: string): ReactNode {
  const actions = row.actions ?? [];
  return (
    <div>
      {actions.filter((action) => action.inline).map((action) => inlineAction(row.id, action))}
      {actions.some((action) => !action.inline) && (
        <button
          type="button"
          data-more={row.id}
          popoverTarget={menuId}
          aria-haspopup="menu"
          aria-label={`${labels.moreActions} ${row.label}`}
          title={labels.moreActions}
        >
          <Icon name="ellipsis" />
        </button>
      )}
    </div>
  );
}

function inlineAction(rowId: string, action: RowAction): ReactNode {
  const className = `tt-button tt-button-sm ${action.tone === "danger" ? "tt-button-quiet-danger" : "tt-button-secondary"}`;
  if (action.href !== undefined) {
    return (
      <a key={action.id} href={action.href} className={className}>
        {action.label}
      </a>
    );
  }
  return (
    <button key={action.id} type="button" data-act={action.id} data-of={rowId} className={className}>
      {action.label}
    </button>
  );
}

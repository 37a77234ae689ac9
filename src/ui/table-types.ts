import type { ReactNode } from "react";
import type { IconName } from "./icon-names";
import type { Option } from "./select-field";
import type { Tone } from "./tone";

/** What a cell of each kind holds, as plain data already formatted for the reader. Null shows a dash. */
export type CellValue =
  | string
  | number
  | null
  | { readonly text: string; readonly detail?: string | undefined; readonly href?: string | undefined }
  | { readonly text: string; readonly tone: Tone }
  | { readonly text: string; readonly instant: string; readonly title?: string | undefined };

/**
 * How a column shows its cells. `link` leads to the cell's own address or the row's; `badge` takes
 * `{ text, tone }`; `timestamp` takes `{ text, instant, title }`; `code` can be copied; `number` and `money`
 * stand at the end with digits in line; `custom` renders in the browser's code and on the server alike.
 */
export type CellKind = "text" | "link" | "badge" | "number" | "money" | "timestamp" | "code";

type ColumnBase = {
  readonly id: string;
  readonly header: string;
  readonly align?: "start" | "center" | "end" | undefined;
  /** Offers sorting by this column through the address. */
  readonly sortable?: boolean | undefined;
  readonly width?: "xs" | "sm" | "md" | "lg" | undefined;
  /** Left out of the cards shown on a phone. */
  readonly hideOnPhone?: boolean | undefined;
};

/** One column. The first column names the row and is its header. */
export type Column<D = unknown> =
  | (ColumnBase & { readonly kind?: CellKind | undefined })
  | (ColumnBase & { readonly kind: "custom"; readonly render: (row: TableRow<D>) => ReactNode });

/** An act on one row: a link, or an id handed to the table's `onAction`. */
export type RowAction = {
  readonly id: string;
  readonly label: string;
  readonly href?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly tone?: "danger" | undefined;
  /** Shown in the row itself; the others stand in its menu. */
  readonly inline?: boolean | undefined;
};

/** One row as plain data. `label` names it to those who do not see it; `data` is for custom cells and panels. */
export type TableRow<D = unknown> = {
  readonly id: string;
  readonly label: string;
  readonly href?: string | undefined;
  readonly cells: Readonly<Record<string, CellValue>>;
  readonly actions?: readonly RowAction[] | undefined;
  readonly data?: D | undefined;
};

/** A filter that travels in the address as `param`. */
export type TableFilter = {
  readonly param: string;
  readonly label: string;
  /** The entry that filters nothing. */
  readonly allLabel: string;
  readonly options: readonly Option[];
};

/**
 * Where the list is: its path and the parameters in force, as they stand in the address. The kit reads and
 * writes `q` (search), `sort` ("name" up, "-name" down), `after` and `before` (cursors), and each filter's own.
 */
export type TableQuery = {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
};

/** The cursors around the page shown; null where there is nothing further. */
export type TablePaging = {
  readonly previous: string | null;
  readonly next: string | null;
  /** What is shown of how many, written by the caller, such as "50 of 1,000+". */
  readonly summary?: string | undefined;
};

/** Every word of the table. */
export type TableLabels = {
  readonly caption: string;
  readonly search: string;
  readonly searchHint?: string | undefined;
  readonly filters: string;
  readonly removeFilter: string;
  readonly clearFilters: string;
  readonly noMatches: string;
  readonly pages: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly actions: string;
  readonly moreActions: string;
  readonly expand: string;
  readonly collapse: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly selectAll: string;
  readonly selectRow: string;
};

import type { TableFilter, TableQuery } from "./table-types";

type Changes = Readonly<Record<string, string | null>>;

const cursors = ["after", "before"];

/**
 * The address of a list with some parameters changed; null or an empty text removes one. Cursors are dropped
 * unless set by the change itself, because another order or filter makes them meaningless. Parameters come
 * out in alphabetical order, so the same view has one address.
 */
export function tableHref({ path, params }: TableQuery, changes: Changes): string {
  const kept = Object.fromEntries(Object.entries(params).filter(([name]) => !cursors.includes(name)));
  const wanted = Object.entries({ ...kept, ...changes })
    .filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== "")
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const search = new URLSearchParams(wanted).toString();
  return search ? `${path}?${search}` : path;
}

/** The direction a column is sorted in, by the address; undefined when another column or none is. */
export function sortDirection(query: TableQuery, columnId: string): "ascending" | "descending" | undefined {
  if (query.params.sort === columnId) return "ascending";
  if (query.params.sort === `-${columnId}`) return "descending";
  return undefined;
}

/** The address that sorts by a column: upwards first, and turned round when it is sorted so already. */
export function sortHref(query: TableQuery, columnId: string): string {
  const descending = sortDirection(query, columnId) === "ascending";
  return tableHref(query, { sort: descending ? `-${columnId}` : columnId });
}

/** Whether search or a filter is in force, so that an empty list means "no match" rather than "nothing yet". */
export function isFiltered(query: TableQuery, filters: readonly TableFilter[]): boolean {
  return Boolean(query.params.q) || filters.some(({ param }) => Boolean(query.params[param]));
}

/** The address without search and filters, in the present order. */
export function clearedHref(query: TableQuery, filters: readonly TableFilter[]): string {
  return tableHref(
    query,
    Object.fromEntries(["q", ...filters.map(({ param }) => param)].map((name) => [name, null])),
  );
}

/** The parameters a search form must carry along unseen: all but its own controls and the cursors. */
export function carriedParams(
  query: TableQuery,
  filters: readonly TableFilter[],
): readonly (readonly [string, string])[] {
  const own = new Set([...cursors, "q", ...filters.map(({ param }) => param)]);
  return Object.entries(query.params).filter(([name]) => !own.has(name));
}

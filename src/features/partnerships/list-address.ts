import { z } from "zod";
import type { TableQuery } from "#/ui/table-types";

const text = z.string().max(2_000).optional();

/** The parameters of a list's address. */
export const listSearch = z.object({ q: z.string().max(200).optional(), after: text, before: text });
type ListSearch = Readonly<Record<string, string | undefined>>;

/** Where a list is, as its table reads and writes it. */
export function tableQuery(path: string, search: ListSearch): TableQuery {
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { path, params: Object.fromEntries(given) };
}

/** The cursor in force, whichever way it leads. */
export function cursorOf(search: ListSearch): string | undefined {
  return search.after ?? search.before;
}

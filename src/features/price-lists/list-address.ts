import { z } from "zod";
import { importKinds } from "#/domain/catalogue/model";
import type { TableQuery } from "#/ui/table-types";
import { routes } from "./routes";

const cursor = z.string().max(2_000).optional();

/** The parameters of the list's address. */
export const importSearch = z.object({
  kind: z.enum(importKinds).optional(),
  after: cursor,
  before: cursor,
});

/** Where the list is, as its table reads and writes it. */
export function importQuery(search: z.output<typeof importSearch>): TableQuery {
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { path: routes.list, params: Object.fromEntries(given) };
}

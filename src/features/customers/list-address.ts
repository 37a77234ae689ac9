import { z } from "zod";
import { searchLengthMax } from "#/domain/customer/queries/list-customers";
import { idSchema } from "#/domain/kernel/ids";
import type { TableQuery } from "#/ui/table-types";

const cursor = z.string().max(4_000).optional().catch(undefined);
const words = z.string().max(searchLengthMax).optional().catch(undefined);

/** The parameters of a provider's customer list; what is malformed is left out. */
export const providerListSearch = z.object({
  q: words,
  reseller: z
    .union([idSchema, z.enum(["none", "former"])])
    .optional()
    .catch(undefined),
  after: cursor,
  before: cursor,
});

/** The parameters of a reseller's customer list; what is malformed is left out. */
export const resellerListSearch = z.object({
  q: words,
  provider: idSchema.optional().catch(undefined),
  after: cursor,
  before: cursor,
});

/** The page of a customer's subscriptions that is wanted. */
export const customerPageSearch = z.object({ after: cursor, before: cursor });

/** Where a list is, as its table reads and writes it. */
export function tableQuery(path: string, search: Readonly<Record<string, string | undefined>>): TableQuery {
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { path, params: Object.fromEntries(given) };
}

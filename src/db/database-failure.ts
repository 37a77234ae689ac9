/** What a database error means for the caller; the database's own words never leave this folder (decision 13). */
export type DatabaseFailure =
  | { readonly kind: "unavailable" }
  | { readonly kind: "retry" }
  | { readonly kind: "busy" }
  | { readonly kind: "unique"; readonly constraint: string }
  | { readonly kind: "refused" }
  | { readonly kind: "unexpected" };

const unavailableStates = /^(08|57P0|53|3D000|28)/;
const unavailableCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);
const networkErrors =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|Connection terminated|timeout exceeded when trying to connect|Unable to start a transaction|Server has closed the connection|is not queryable/;

type Details = { sqlState: string; code: string; constraint: string; text: string };

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function detailsOf(error: unknown): Details {
  const meta = field(error, "meta");
  const adapter = field(meta, "driverAdapterError");
  const cause = field(adapter, "cause") ?? field(error, "cause");
  const fields = field(field(cause, "constraint"), "fields");
  const index = field(field(cause, "constraint"), "index");
  const text = [
    field(error, "message"),
    field(adapter, "message"),
    field(cause, "originalMessage"),
    field(cause, "kind"),
  ];
  const told = field(error, "constraint");
  const named = typeof told === "string" ? told : /unique constraint "([^"]+)"/.exec(text.join(" "))?.[1];
  const code = String(field(error, "code") ?? "");
  return {
    code,
    sqlState: String(
      field(cause, "originalCode") ?? field(cause, "code") ?? (/^[0-9A-Z]{5}$/.test(code) ? code : ""),
    ),
    constraint:
      named ??
      (typeof index === "string" ? index : Array.isArray(fields) ? fields.join(",").replaceAll('"', "") : ""),
    text: text.join(" "),
  };
}

/**
 * Says what a thrown database error means: gone for a while, worth another try, waited too long, a unique value taken,
 * refused by the second wall, or something nobody foresaw.
 */
export function toDatabaseFailure(error: unknown): DatabaseFailure {
  const { code, sqlState, constraint, text } = detailsOf(error);
  if (sqlState === "40001" || sqlState === "40P01" || code === "P2034") return { kind: "retry" };
  if (sqlState === "23505" || code === "P2002") return { kind: "unique", constraint };
  if (sqlState === "55P03" || sqlState === "57014") return { kind: "busy" };
  if (sqlState === "42501") return { kind: "refused" };
  if (unavailableStates.test(sqlState) || unavailableCodes.has(code) || networkErrors.test(text))
    return { kind: "unavailable" };
  return { kind: "unexpected" };
}

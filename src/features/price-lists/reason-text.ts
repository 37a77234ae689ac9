import type { FailureParams } from "#/domain/kernel/failure";
import { lookUp } from "#/platform/i18n/look-up";
import type { Locale } from "#/platform/i18n/messages";

/** What is quoted from a file stands in quotation marks; an empty cell is called by that name. */
function quotedParams(params: FailureParams, locale: Locale): FailureParams {
  const entries = Object.entries(params).map(([name, value]) => {
    if (name !== "value" && name !== "from") return [name, value];
    const code = value === "" ? "price_list.empty_cell" : "price_list.quoted";
    return [name, lookUp(locale, "problems", code, { text: String(value) }) ?? value];
  });
  return Object.fromEntries(entries);
}

/** Why a row or a file was refused, or what of a row is worth knowing, in words. */
export function reasonText(
  { code, params = {} }: { readonly code: string; readonly params?: FailureParams },
  locale: Locale,
): string {
  return lookUp(locale, "problems", code, quotedParams(params, locale)) ?? code;
}

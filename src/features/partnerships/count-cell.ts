import type { Locale } from "#/platform/i18n/messages";

/** A count that stops at a limit, for people: "1,000+" beyond it. */
export function cappedCount(count: number, limit: number, locale: Locale): number | string {
  return count > limit ? `${limit.toLocaleString(locale)}+` : count;
}

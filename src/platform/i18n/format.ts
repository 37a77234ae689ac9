/** An instant for people: the ISO form for machines, UTC, and the reader's own time beside it (spec 0.5, G22). */
export type ShownInstant = { readonly iso: string; readonly utc: string; readonly local: string };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${withTime}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone,
    dateStyle: "medium",
    ...(withTime && { timeStyle: "short" }),
  });
  formatters.set(key, made);
  return made;
}

/** Writes an instant in UTC and in the reader's time zone. */
export function showInstant(instant: Date, locale: string, timeZone: string): ShownInstant {
  return {
    iso: instant.toISOString(),
    utc: `${formatter(locale, "UTC", true).format(instant)} UTC`,
    local: formatter(locale, timeZone, true).format(instant),
  };
}

/** Writes the calendar day of an instant in UTC. */
export function showDay(instant: Date, locale: string): string {
  return formatter(locale, "UTC", false).format(instant);
}

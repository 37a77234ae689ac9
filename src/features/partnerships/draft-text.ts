/** Stands for the day of expiry in a draft, until the expiry is chosen. */
export const expiryMark = "⟦expiry⟧";

/** The standard text with the day on which the link expires. */
export function composeText(template: string, expiryDay: string): string {
  return template.replaceAll(expiryMark, expiryDay);
}

/** A text with another day of expiry; edited texts keep everything else, and those that do not name the day stay as they are. */
export function withExpiryDay(text: string, before: string, after: string): string {
  return before === "" ? text : text.replaceAll(before, after);
}

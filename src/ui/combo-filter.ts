import type { Option } from "./select-field";

/**
 * Text made comparable: lower case, without accents, with single spaces. "Réseaux  SÀRL" and "reseaux sarl"
 * are the same to someone who searches.
 */
export function comparable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * The options whose label or detail contains the text, those that begin with it first, otherwise in their
 * own order; at most `limit`. An empty text keeps them all.
 */
export function matchingOptions(options: readonly Option[], text: string, limit: number): readonly Option[] {
  const wanted = comparable(text);
  if (wanted === "") return options.slice(0, limit);
  const first: Option[] = [];
  const others: Option[] = [];
  for (const option of options) {
    const label = comparable(option.label);
    if (label.startsWith(wanted)) first.push(option);
    else if (label.includes(wanted) || comparable(option.detail ?? "").includes(wanted)) others.push(option);
  }
  return [...first, ...others].slice(0, limit);
}

/** The one option whose whole label was typed; undefined when none or several were. */
export function typedOption(options: readonly Option[], text: string): Option | undefined {
  const wanted = comparable(text);
  const found = options.filter((option) => !option.disabled && comparable(option.label) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** Titles as the catalogue is searched: lower case, without accents, so that "città" is found by "citta". */
export function searchTextOf(...parts: readonly string[]): string {
  return parts.join(" ").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

type Entry = { readonly id: string; readonly href: string };
type Group = { readonly entries: readonly Entry[] };

/**
 * The id of the entry a path belongs to: the one whose address is the path itself or its longest beginning
 * at a slash. Undefined when no entry fits. Query and fragment of an entry's address are ignored.
 */
export function currentEntry(path: string, groups: readonly Group[]): string | undefined {
  let found: { id: string; length: number } | undefined;
  for (const { id, href } of groups.flatMap((group) => group.entries)) {
    const base = href.replace(/[?#].*$/, "").replace(/(.)\/$/, "$1");
    const fits = path === base || path.startsWith(base === "/" ? "/" : `${base}/`);
    if (fits && base.length > (found?.length ?? 0)) found = { id, length: base.length };
  }
  return found?.id;
}

/**
 * The address a click leads to inside the product: path, query and fragment, or only "#…" within the page.
 * Undefined when the click is not a plain one on a link of this origin, so that new tabs, downloads and
 * modified clicks stay the browser's.
 */
export function internalLink(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return undefined;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin) return undefined;
  if (url.pathname === window.location.pathname && url.search === window.location.search && url.hash)
    return url.hash;
  return url.pathname + url.search + url.hash;
}

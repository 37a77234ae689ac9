/** The title of the browser's tab, history and bookmarks: the page's own words first, then the product. */
export function DocumentTitle({ title }: { readonly title: string }) {
  return <title>{`${title} · Twotier`}</title>;
}

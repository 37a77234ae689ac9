/** The shape of one Lucide icon: SVG elements by name and attributes. */
export type IconShape = {
  readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[];
};

/**
 * The text of the icon sprite: one symbol per icon, with neither size nor colour, which the page's styles
 * give. The order of the names is kept, so equal input gives an equal file.
 */
export function iconSprite(icons: ReadonlyMap<string, IconShape>): string {
  const symbols = [...icons].map(([name, { node }]) => {
    const shapes = node.map(([tag, { key: _, ...attributes }]) => {
      const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`);
      return `<${tag}${written.join("")}/>`;
    });
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join("")}</symbol>`;
  });
  const licence = "<!-- Icons: Lucide, ISC licence, lucide.dev/license. Drawn by scripts/draw-icons.mjs. -->";
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${licence}\n${symbols.join("\n")}\n</svg>\n`;
}

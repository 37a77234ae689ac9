/** The relative luminance of a colour written "#rrggbb", between 0 and 1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The contrast of two colours written "#rrggbb", from 1 to 21 (WCAG 2.2, success criterion 1.4.3). */
export function contrastRatio(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** A colour role in both themes. */
export type RoleColours = { readonly light: string; readonly dark: string };

/** The colour roles of the token file, by name without "--color-". Roles with transparency are left out. */
export function roleColours(tokens: string): ReadonlyMap<string, RoleColours> {
  const roles = new Map<string, RoleColours>();
  const line = /--color-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
  for (const [, name, light, dark] of tokens.matchAll(line)) {
    if (name && light && dark) roles.set(name, { light, dark });
  }
  return roles;
}

/** Two roles that meet on the screen, and the least contrast they need: 4.5 for text, 3 for parts of controls. */
export type ContrastPair = { readonly over: string; readonly ground: string; readonly least: 3 | 4.5 };

const grounds = ["surface", "canvas", "raised", "sunken", "hover", "selected"];
const tones = ["neutral", "info", "success", "warning", "danger"];

const pairs = (least: 3 | 4.5, over: string, on: readonly string[]): readonly ContrastPair[] =>
  on.map((ground) => ({ over, ground, least }));

/** Every pair of roles the kit puts on top of each other. */
export const contrastPairs: readonly ContrastPair[] = [
  ...pairs(4.5, "ink", grounds),
  ...pairs(4.5, "ink-muted", grounds),
  ...pairs(4.5, "ink-subtle", grounds),
  ...pairs(4.5, "accent-ink", ["surface", "canvas", "raised", "hover", "selected", "accent-soft"]),
  ...pairs(4.5, "on-accent", ["accent", "accent-hover", "accent-active"]),
  ...pairs(4.5, "on-danger", ["danger", "danger-hover"]),
  ...pairs(4.5, "danger-ink", ["surface", "canvas", "raised", "hover", "selected"]),
  ...tones.flatMap((tone) => pairs(4.5, `${tone}-ink`, [`${tone}-soft`, "surface"])),
  ...pairs(3, "line-strong", ["surface", "canvas", "raised"]),
  ...pairs(3, "accent", ["surface", "canvas", "raised"]),
  ...pairs(3, "danger", ["surface", "raised"]),
  ...pairs(3, "focus", ["surface", "canvas", "raised", "sunken", "selected"]),
  ...tones.flatMap((tone) => pairs(3, `${tone}-mark`, [`${tone}-soft`, "surface", "raised"])),
];

/** The figures as a Markdown table, as docs/design.md shows them. A missing role throws. */
export function contrastTable(roles: ReadonlyMap<string, RoleColours>): string {
  const rows = contrastPairs.map(({ over, ground, least }) => {
    const [a, b] = [roles.get(over), roles.get(ground)];
    if (!a || !b) throw new Error(`The tokens lack a colour role: ${over} or ${ground}.`);
    const figures = [contrastRatio(a.light, b.light), contrastRatio(a.dark, b.dark)].map((ratio) =>
      ratio.toFixed(2),
    );
    return `| \`${over}\` on \`${ground}\` | ${least} | ${figures.join(" | ")} |`;
  });
  return ["| Pair | Least | Light | Dark |", "| --- | ---: | ---: | ---: |", ...rows].join("\n");
}

import { createTranslator } from "next-intl";
import { type Locale, messagesOf } from "./messages";

type Tree = { readonly [name: string]: string | Tree };

function leafAt(tree: Tree | string | undefined, path: readonly string[]): string | undefined {
  const [head, ...rest] = path;
  if (tree === undefined) return undefined;
  if (head === undefined) return typeof tree === "string" ? tree : undefined;
  return typeof tree === "string" ? undefined : leafAt(tree[head], rest);
}

/**
 * The text of a code that is only known at run time: `<section>.<code>` among the platform's texts, then in each slice.
 * Nothing when no text has that name; a test demands one for every code the domain can give.
 */
export function lookUp(
  locale: Locale,
  section: "problems" | "failures" | "notices" | "mails",
  code: string,
  params: Readonly<Record<string, string | number>>,
): string | undefined {
  const messages = messagesOf[locale] as unknown as Record<string, Tree>;
  const path = code.split(".");
  const places = [[section], ...Object.keys(messages).map((slice) => [slice, section])];
  for (const place of places) {
    if (leafAt(messages as Tree, [...place, ...path]) === undefined) continue;
    const translate = createTranslator({
      locale,
      messages: messagesOf[locale],
      timeZone: "UTC",
    }) as unknown as (key: string, values: typeof params) => string;
    return translate([...place, ...path].join("."), params);
  }
  return undefined;
}

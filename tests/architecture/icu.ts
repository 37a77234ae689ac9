/** An argument of a message: `{name}` or `{count, plural, …}`, or a tag such as `<b>`. */
type Argument = string;

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === "{") depth += 1;
    if (text[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  throw new Error(`a brace is not closed in: ${text}`);
}

/**
 * The arguments of a message in ICU format, each once, with their kind: `name`, `count plural`, `<link>`. Choices of
 * plurals and selects are looked into; the words between are not. Throws when braces do not match.
 */
export function argumentsOf(message: string): readonly Argument[] {
  const found = new Set<Argument>();
  const tags = message.match(/<\/?([a-z]+)>/g) ?? [];
  for (const tag of tags) found.add(tag.replace("/", ""));
  for (let index = message.indexOf("{"); index !== -1; index = message.indexOf("{", index)) {
    const end = closingBrace(message, index);
    const [name = "", kind = "", ...rest] = message.slice(index + 1, end).split(",");
    found.add([name.trim(), kind.trim()].filter(Boolean).join(" "));
    if (kind) {
      const choices = rest.join(",");
      for (let open = choices.indexOf("{"); open !== -1; ) {
        const close = closingBrace(choices, open);
        for (const inner of argumentsOf(choices.slice(open + 1, close))) found.add(inner);
        open = choices.indexOf("{", close);
      }
    }
    index = end;
  }
  if (message.replace(/\{/g, "").length !== message.replace(/\}/g, "").length)
    throw new Error(`braces do not match in: ${message}`);
  return [...found].sort();
}

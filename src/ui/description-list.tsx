import type { ReactNode } from "react";

type DescriptionListProps = {
  readonly items: readonly { readonly term: string; readonly description: ReactNode }[];
  /** Beside each other (the usual), or in columns of stacked pairs. */
  readonly layout?: "rows" | "columns" | undefined;
};

/** Names and values of one thing. */
export function DescriptionList({ items, layout = "rows" }: DescriptionListProps) {
  return (
    <dl className={layout === "rows" ? "tt-pairs" : "tt-pairs-columns"}>
      {items.map(({ term, description }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

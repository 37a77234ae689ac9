import type { Route } from "next";
import NextLink from "next/link";

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly label: string;
    readonly count?: string | undefined;
    readonly current?: boolean | undefined;
  }[];
};

/** Sibling pages of one thing, as links: each has its own address and works without JavaScript. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="tt-tabs">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <NextLink
              href={tab.href as Route}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
            >
              {tab.label}
              {tab.count !== undefined && <span className="tt-count">{tab.count}</span>}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

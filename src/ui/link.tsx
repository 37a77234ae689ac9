import type { Route } from "next";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { classes } from "./variants";

type LinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  /** Quiet links take the colour of the text around them and underline on hover. */
  readonly quiet?: boolean | undefined;
  /** For addresses outside the product: opens in a new tab and says so with this text. */
  readonly newTabLabel?: string | undefined;
  readonly className?: string | undefined;
};

/** A text link inside the product, or outside it when `newTabLabel` is given. Underlined wherever it stands in text. */
export function Link({ href, children, quiet, newTabLabel, className }: LinkProps) {
  const name = classes("tt-link", quiet && "tt-link-quiet", className);
  if (newTabLabel !== undefined) {
    return (
      <a href={href} className={name} target="_blank" rel="noopener noreferrer">
        {children}
        <Icon name="external-link" className="ms-1 inline" />
        <span className="sr-only"> {newTabLabel}</span>
      </a>
    );
  }
  return (
    <NextLink href={href as Route} prefetch={false} className={name}>
      {children}
    </NextLink>
  );
}

import type { Route } from "next";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Mark } from "./mark";
import { type NavigationGroup, ShellNavigation } from "./shell-navigation";

type AppShellProps = {
  readonly product: {
    readonly name: string;
    readonly href: string;
    /** Another mark in place of the product's own. */
    readonly mark?: ReactNode;
  };
  readonly labels: {
    readonly skipToMain: string;
    readonly navigation: string;
    readonly openNavigation: string;
    readonly closeNavigation: string;
  };
  readonly navigation: readonly NavigationGroup[];
  readonly search?: ReactNode;
  readonly organisation?: ReactNode;
  readonly notifications?: ReactNode;
  readonly help?: ReactNode;
  readonly profile?: ReactNode;
  /** What concerns every page, such as a suspended organisation; stands above all content. */
  readonly notice?: ReactNode;
  readonly breadcrumb?: ReactNode;
  readonly children: ReactNode;
};

const navigationId = "navigation";

/** The frame of every page behind sign-in: bar, navigation, and the page itself as `main`. */
export function AppShell(props: AppShellProps) {
  const { product, labels } = props;
  return (
    <div className="tt-shell">
      <a href="#main" className="tt-skip">
        {labels.skipToMain}
      </a>
      <header className="tt-bar">
        <button
          type="button"
          popoverTarget={navigationId}
          aria-label={labels.openNavigation}
          className="tt-button tt-button-quiet tt-button-icon tt-bar-toggle"
        >
          <Icon name="menu" />
        </button>
        <NextLink href={product.href as Route} prefetch={false} className="tt-bar-brand">
          {product.mark ?? <Mark />}
          <span>{product.name}</span>
        </NextLink>
        {props.organisation && <div className="tt-bar-organisation">{props.organisation}</div>}
        <div className="tt-bar-search">{props.search}</div>
        <div className="tt-bar-end">
          {props.help}
          {props.notifications}
          {props.profile}
        </div>
      </header>
      <ShellNavigation
        id={navigationId}
        label={labels.navigation}
        closeLabel={labels.closeNavigation}
        groups={props.navigation}
      />
      <div className="tt-page">
        {props.breadcrumb}
        <main id="main" tabIndex={-1}>
          {props.notice && <div className="tt-notice">{props.notice}</div>}
          {props.children}
        </main>
      </div>
    </div>
  );
}

"use client";

import type { Route } from "next";
import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { currentEntry } from "./current-entry";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

/** An entry of the main navigation. */
export type NavigationEntry = {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** A figure worth a look, formatted by the caller. */
  readonly count?: string | undefined;
};

/** Entries under one heading; the first group usually has none. */
export type NavigationGroup = {
  readonly id: string;
  readonly label?: string | undefined;
  readonly entries: readonly NavigationEntry[];
};

type ShellNavigationProps = {
  readonly id: string;
  readonly label: string;
  readonly closeLabel: string;
  readonly groups: readonly NavigationGroup[];
};

/**
 * The main navigation: a column beside the page, and on a phone a drawer that a native popover button opens.
 * Marks the entry whose address is the longest beginning of the present one.
 */
export function ShellNavigation({ id, label, closeLabel, groups }: ShellNavigationProps) {
  const path = usePathname();
  const current = currentEntry(path, groups);
  const close = () => {
    const drawer = document.getElementById(id);
    if (drawer?.matches(":popover-open")) drawer.hidePopover();
  };
  return (
    <nav id={id} popover="auto" aria-label={label} className="tt-navigation">
      <button
        type="button"
        popoverTarget={id}
        popoverTargetAction="hide"
        aria-label={closeLabel}
        className="tt-button tt-button-quiet tt-button-icon tt-navigation-close"
      >
        <Icon name="x" />
      </button>
      {groups.map((group) => (
        <div key={group.id} className="tt-navigation-group">
          {group.label && (
            <p id={`${id}-${group.id}`} className="tt-navigation-heading">
              {group.label}
            </p>
          )}
          <ul aria-labelledby={group.label ? `${id}-${group.id}` : undefined}>
            {group.entries.map((entry) => (
              <li key={entry.id}>
                <NextLink
                  href={entry.href as Route}
                  prefetch={false}
                  onClick={close}
                  aria-current={entry.id === current ? "page" : undefined}
                  className="tt-navigation-entry"
                >
                  <Icon name={entry.icon} />
                  <span className="grow">{entry.label}</span>
                  {entry.count !== undefined && <span className="tt-count">{entry.count}</span>}
                </NextLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

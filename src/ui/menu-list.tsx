"use client";

import type { Route } from "next";
import NextLink from "next/link";
import type { KeyboardEvent, ReactNode, Ref, ToggleEvent } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

/** An entry of a menu: a link, an act in the browser, a form of the page to send, or a line between groups. */
export type MenuItem =
  | { readonly kind: "separator"; readonly id: string }
  | (MenuEntry & { readonly kind?: "link"; readonly href: string })
  | (MenuEntry & { readonly kind: "act"; readonly onSelect: () => void })
  | (MenuEntry & { readonly kind: "submit"; readonly formId: string });

type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly tone?: "danger" | undefined;
  /** Marks the entry that is in force, such as the present organisation. */
  readonly checked?: boolean | undefined;
};

type MenuListProps = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly header?: ReactNode;
  readonly listRef?: Ref<HTMLDivElement> | undefined;
  readonly onBeforeToggle?: ((event: ToggleEvent<HTMLDivElement>) => void) | undefined;
};

/**
 * The list of a menu as a native popover: Escape and a click elsewhere close it and give the focus back, the
 * arrow keys, Home, End and first letters move in it.
 */
export function MenuList({ id, label, items, header, listRef, onBeforeToggle }: MenuListProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for the native links and buttons inside
    <div
      ref={listRef}
      id={id}
      popover="auto"
      className="tt-menu"
      onBeforeToggle={onBeforeToggle}
      onToggle={(event) => event.newState === "open" && focusItem(event.currentTarget, 0)}
      onKeyDown={moveInMenu}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("[role=menuitem]"))
          event.currentTarget.hidePopover();
      }}
    >
      {header}
      <div role="menu" aria-label={label}>
        {items.map((item) => (
          <MenuRow key={item.id} item={item} />
        ))}
      </div>
    </div>
  );
}

function MenuRow({ item }: { readonly item: MenuItem }) {
  if (item.kind === "separator") return <hr className="tt-menu-line" />;
  const body = (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span className="min-w-0 grow">
        <span className="block">{item.label}</span>
        {item.detail && <span className="block text-xs text-ink-muted">{item.detail}</span>}
      </span>
      {item.checked && <Icon name="check" />}
    </>
  );
  const shared = {
    role: "menuitem",
    tabIndex: -1,
    className: item.tone === "danger" ? "tt-menu-item tt-menu-item-danger" : "tt-menu-item",
    "aria-current": item.checked ? ("true" as const) : undefined,
  };
  if (item.kind === "act") {
    return (
      <button {...shared} type="button" onClick={item.onSelect}>
        {body}
      </button>
    );
  }
  if (item.kind === "submit") {
    return (
      <button {...shared} type="submit" form={item.formId}>
        {body}
      </button>
    );
  }
  return (
    <NextLink {...shared} href={item.href as Route} prefetch={false}>
      {body}
    </NextLink>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

function focusItem(menu: HTMLElement, index: number): void {
  const items = itemsOf(menu);
  items.at(index % Math.max(items.length, 1))?.focus();
}

function moveInMenu(event: KeyboardEvent<HTMLDivElement>): void {
  const menu = event.currentTarget;
  const items = itemsOf(menu);
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? items.indexOf(active) : -1;
  const letter =
    event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.key.toLocaleLowerCase() : undefined;
  if (event.key === "Tab") menu.hidePopover();
  else if (event.key === "ArrowDown") focusItem(menu, at + 1);
  else if (event.key === "ArrowUp") focusItem(menu, at <= 0 ? -1 : at - 1);
  else if (event.key === "Home") focusItem(menu, 0);
  else if (event.key === "End") focusItem(menu, -1);
  else if (letter !== undefined && letter !== " ") {
    const rotated = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    rotated.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  } else return;
  if (event.key !== "Tab") event.preventDefault();
}

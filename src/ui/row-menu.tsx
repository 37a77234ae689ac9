"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type MenuItem, MenuList } from "./menu-list";
import { placeMenu } from "./menu-placement";
import type { TableRow } from "./table-types";

/**
 * The one menu that all rows of a table share. `open` fills it with a row's acts and shows it beside the
 * row's button, so that fifty rows cost one menu.
 */
export function useRowMenu<D>(
  id: string,
  label: string,
  onAction: (actionId: string, row: TableRow<D>) => void,
) {
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const openedFor = useRef<HTMLElement | null>(null);
  const [row, setRow] = useState<TableRow<D> | null>(null);
  const open = (next: TableRow<D>, button: HTMLElement) => {
    // The press that leads here has already closed the menu by itself; on its own button that was the wish.
    if (openedFor.current === button) {
      openedFor.current = null;
      return;
    }
    flushSync(() => setRow(next));
    opener.current = button;
    menu.current?.showPopover();
  };
  const element = (
    <MenuList
      id={id}
      label={row ? `${label} ${row.label}` : label}
      listRef={menu}
      items={row ? menuItems(row, onAction) : []}
      onBeforeToggle={(event) => {
        if (event.newState === "open" && opener.current) placeMenu(event.currentTarget, opener.current);
        if (event.newState === "closed") opener.current?.focus();
      }}
    />
  );
  return { open, element } as const;
}

function menuItems<D>(
  row: TableRow<D>,
  onAction: (id: string, row: TableRow<D>) => void,
): readonly MenuItem[] {
  return (row.actions ?? [])
    .filter((action) => !action.inline)
    .map(({ href, inline: _, ...entry }) =>
      href === undefined
        ? { ...entry, kind: "act" as const, onSelect: () => onAction(entry.id, row) }
        : { ...entry, href },
    );
}

"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type MenuItem, MenuList } from "./menu-list";
import { placeMenu } from "./menu-placement";
import type { TableRow } from "./table-types";

/**
 * The one menu that all rows of a table share, so that fifty rows cost one menu. Each row's button opens it
 * natively by its id; `fill` must run in that button's click, and puts the row's acts in just before.
 */
export function useRowMenu<D>(
  id: string,
  label: string,
  onAction: (actionId: string, row: TableRow<D>) => void,
) {
  const opener = useRef<HTMLElement | null>(null);
  const [row, setRow] = useState<TableRow<D> | null>(null);
  const fill = (next: TableRow<D>, button: HTMLElement) => {
    opener.current = button;
    flushSync(() => setRow(next));
  };
  const element = (
    <MenuList
      id={id}
      label={row ? `${label} ${row.label}` : label}
      items={row ? menuItems(row, onAction) : []}
      onBeforeToggle={(event) => {
        if (event.newState === "open" && opener.current) placeMenu(event.currentTarget, opener.current);
      }}
    />
  );
  return { fill, element } as const;
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

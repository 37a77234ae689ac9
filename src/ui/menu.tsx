"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { buttonClass } from "./button";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { type MenuItem, MenuList } from "./menu-list";
import { placeMenu } from "./menu-placement";

type MenuProps = {
  /** The name of the button and of the menu. */
  readonly label: string;
  /** What the button shows; left out, the label. */
  readonly trigger?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly iconOnly?: boolean | undefined;
  readonly tone?: "primary" | "secondary" | "quiet" | undefined;
  readonly items: readonly MenuItem[];
  /** Shown above the entries, such as who is signed in. */
  readonly header?: ReactNode;
};

/** A button that opens a list of acts and links. */
export function Menu({ label, trigger, icon, iconOnly, tone, items, header }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        className={buttonClass({
          tone: tone ?? (iconOnly ? "quiet" : "secondary"),
          className: iconOnly ? "tt-button-icon" : undefined,
        })}
      >
        {icon && <Icon name={icon} />}
        {!iconOnly && trigger && <span className="sr-only">{label}: </span>}
        {!iconOnly && (trigger ?? label)}
        {!iconOnly && <Icon name="chevron-down" />}
      </button>
      <MenuList
        id={id}
        label={label}
        items={items}
        header={header}
        onBeforeToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState === "open" && button.current) placeMenu(event.currentTarget, button.current);
        }}
      />
    </>
  );
}

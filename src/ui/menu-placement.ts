type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
type Viewport = { readonly width: number; readonly height: number };

/** Offsets in pixels for a fixed box; an edge that is not set is "auto". */
export type Placement = {
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
};

const gap = 4;

/**
 * Where a menu opens beside its button: below it, or above when the button stands in the lower third; flush
 * with the button's end when the button stands in the right half, else with its start. Needs only the
 * button's box, so the menu can be placed before it is shown and never jumps.
 */
export function menuPlacement(button: Box, viewport: Viewport): Placement {
  const above = button.bottom > viewport.height * 0.66;
  const alignEnd = (button.left + button.right) / 2 > viewport.width / 2;
  return {
    top: above ? "auto" : `${Math.round(button.bottom + gap)}px`,
    bottom: above ? `${Math.round(viewport.height - button.top + gap)}px` : "auto",
    left: alignEnd ? "auto" : `${Math.round(Math.max(gap, button.left))}px`,
    right: alignEnd ? `${Math.round(Math.max(gap, viewport.width - button.right))}px` : "auto",
  };
}

/** Places a popover beside its button, in the window as it is now. */
export function placeMenu(menu: HTMLElement, button: Element): void {
  const { clientWidth, clientHeight } = document.documentElement;
  Object.assign(
    menu.style,
    menuPlacement(button.getBoundingClientRect(), { width: clientWidth, height: clientHeight }),
  );
}

/** Places a list under its field (or over it near the bottom of the window), as wide as the field. */
export function placeList(list: HTMLElement, field: Element): void {
  const { clientHeight } = document.documentElement;
  const box = field.getBoundingClientRect();
  const { top, bottom } = menuPlacement(box, { width: box.right, height: clientHeight });
  Object.assign(list.style, {
    top,
    bottom,
    left: `${Math.round(box.left)}px`,
    width: `${Math.round(box.width)}px`,
  });
}

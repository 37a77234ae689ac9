/**
 * Moves the focus between rows: up and down to the same control of the next row (or its first), right and
 * left to open and close a row's panel, "x" to select. Returns whether the key was used. Leaves typing and
 * open menus alone.
 */
export function moveInTable(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.matches("textarea, select, input:not([type=checkbox])"))
    return false;
  const row = target.closest<HTMLElement>("tr[data-row]");
  if (!row) return false;
  if (key === "ArrowDown" || key === "ArrowUp") return focusRow(row, target, key === "ArrowDown" ? 1 : -1);
  if (key === "ArrowRight" || key === "ArrowLeft") return toggleRow(row, key === "ArrowRight");
  if (key === "x") return press(row.querySelector<HTMLElement>("[data-select]"));
  return false;
}

const stops = "a[href], button:not(:disabled), input:not(:disabled)";

function focusRow(row: HTMLElement, from: HTMLElement, by: 1 | -1): boolean {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [])];
  const next = rows[rows.indexOf(row) + by];
  if (!next) return false;
  const column = [...row.querySelectorAll(stops)].indexOf(from);
  const controls = next.querySelectorAll<HTMLElement>(stops);
  const control = controls[column] ?? next.querySelector<HTMLElement>("th a") ?? controls[0];
  control?.focus();
  return control !== undefined && control !== null;
}

function toggleRow(row: HTMLElement, open: boolean): boolean {
  const button = row.querySelector<HTMLElement>("[data-expand]");
  if (!button || (button.getAttribute("aria-expanded") === "true") === open) return false;
  return press(button);
}

function press(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}

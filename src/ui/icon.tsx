import type { IconName } from "./icon-names";
import { iconVersion } from "./icon-version";
import { classes } from "./variants";

type IconProps = {
  readonly name: IconName;
  /** 16 px in text and tables, 20 px in navigation and headings, 32 px in empty states. */
  readonly size?: "sm" | "md" | "lg" | undefined;
  readonly className?: string | undefined;
};

/**
 * One pictogram of the kit's set, drawn from the sprite public/icons.svg so that it costs no JavaScript and a few
 * bytes of markup. Always decoration: the words stand beside it or in the control's label.
 */
export function Icon({ name, size = "sm", className }: IconProps) {
  return (
    <svg className={classes("tt-icon", size !== "sm" && `tt-icon-${size}`, className)} aria-hidden="true">
      <use href={`/icons.svg?${iconVersion}#${name}`} />
    </svg>
  );
}

import type { ReactNode } from "react";
import type { Tone } from "./tone";
import { classes } from "./variants";

type BadgeProps = {
  readonly tone?: Tone | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A short word or count set off from its surroundings. */
export function Badge({ tone = "neutral", children, className }: BadgeProps) {
  return <span className={classes("tt-badge", `tt-tone-${tone}`, className)}>{children}</span>;
}

/** The state of a thing in its life cycle: a dot in the tone's colour and the word. */
export function StatusChip({ tone = "neutral", children, className }: BadgeProps) {
  return <span className={classes("tt-chip", `tt-tone-${tone}`, className)}>{children}</span>;
}

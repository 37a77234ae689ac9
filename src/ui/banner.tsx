import type { ReactNode } from "react";
import { Icon } from "./icon";
import { type Tone, toneIcon } from "./tone";
import { classes } from "./variants";

type BannerProps = {
  readonly tone?: Tone | undefined;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons or links that act on the message. */
  readonly actions?: ReactNode;
  /** Announce at once: "alert" for what went wrong just now, "status" for good news; nothing on page load. */
  readonly role?: "alert" | "status" | undefined;
  readonly className?: string | undefined;
};

/** A message that belongs to the page: what happened, why, and what to do. Stays until its cause is gone. */
export function Banner({ tone = "info", title, children, actions, role, className }: BannerProps) {
  return (
    <div className={classes("tt-banner", `tt-tone-${tone}`, className)} role={role}>
      <Icon name={toneIcon[tone]} size="md" className="tt-banner-icon" />
      <div className="tt-banner-text">
        <p className="tt-banner-title">{title}</p>
        {children && <div className="tt-banner-body">{children}</div>}
      </div>
      {actions && <div className="tt-banner-actions">{actions}</div>}
    </div>
  );
}

import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type EmptyStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly icon?: IconName | undefined;
  /** The one act that fills the emptiness. */
  readonly action?: ReactNode;
};

/** What a list says when it has nothing to show: one sentence and the act that changes it. */
export function EmptyState({ title, children, icon = "inbox", action }: EmptyStateProps) {
  return (
    <div className="tt-empty">
      <span className="tt-empty-icon">
        <Icon name={icon} size="md" />
      </span>
      <p className="tt-empty-title">{title}</p>
      {children && <div className="tt-empty-body">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

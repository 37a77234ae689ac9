import type { ReactNode } from "react";

type ToolbarProps = {
  /** What the tools act on, for those who cannot see the group. */
  readonly label: string;
  readonly children: ReactNode;
  /** Tools that stand at the far end. */
  readonly end?: ReactNode;
};

/** A row of tools above content. Wraps rather than scrolls. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as part of a form
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
      {end && <div className="ms-auto flex flex-wrap items-center gap-2">{end}</div>}
    </div>
  );
}

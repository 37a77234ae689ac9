"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { classes } from "./variants";

type DialogProps = {
  readonly open: boolean;
  /** Called when the user closes it by Escape or a button; the owner then sets `open` to false. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: "md" | "lg" | undefined;
};

/**
 * A question that must be answered before going on: the native modal dialog, so focus is kept inside, Escape
 * closes, and focus returns to where it was.
 */
export function Dialog({ open, onClose, title, children, footer, size = "md" }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes("tt-dialog", size === "lg" && "tt-dialog-lg")}
      onClose={() => open && onClose()}
    >
      {open && (
        <div className="tt-dialog-body">
          <h2 id={titleId} className="text-lg">
            {title}
          </h2>
          <div className="tt-dialog-content">{children}</div>
          {footer && <div className="tt-dialog-footer">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}

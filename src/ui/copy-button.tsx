"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "./button";
import { copyText } from "./clipboard";
import { Icon } from "./icon";

type CopyButtonProps = {
  readonly value: string;
  readonly labels: { readonly copy: string; readonly copied: string; readonly failed: string };
  /** Shows the pictogram only; the label stays its name. */
  readonly iconOnly?: boolean | undefined;
  readonly tone?: "primary" | "secondary" | "quiet" | undefined;
};

/** Copies exactly `value`, then says for two seconds whether that worked, in view and aloud. */
export function CopyButton({ value, labels, iconOnly, tone }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(value)) ? "copied" : "failed");
  const label = outcome === null ? labels.copy : labels[outcome];
  const icon = outcome === null ? "copy" : outcome === "copied" ? "check" : "circle-exclamation-point";
  return (
    <button
      type="button"
      onClick={copy}
      title={iconOnly ? label : undefined}
      aria-label={iconOnly ? labels.copy : undefined}
      className={buttonClass({
        tone: tone ?? (iconOnly ? "quiet" : "secondary"),
        className: iconOnly ? "tt-button-icon" : undefined,
      })}
    >
      <Icon name={icon} />
      {!iconOnly && label}
      <span role="status" className="sr-only">
        {iconOnly && outcome !== null ? label : ""}
      </span>
    </button>
  );
}

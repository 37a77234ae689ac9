"use client";

import { useState } from "react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { UnsavedGuard, type UnsavedLabels } from "./unsaved-guard";
import { useLeave } from "./use-leave";

type OneTimeSecretProps = {
  readonly title: string;
  readonly description: string;
  readonly items: readonly { readonly label: string; readonly value: string }[];
  readonly labels: {
    readonly copy: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly copyAll: string;
    readonly print: string;
    /** The statement to tick, such as "I saved these details". */
    readonly saved: string;
    readonly done: string;
    readonly leave: UnsavedLabels;
  };
  /** Where **Done** leads. */
  readonly doneHref: string;
};

/**
 * Shows values that will never be shown again. Each can be copied, all can be copied or printed, and the way
 * on opens only once the reader says they are saved; until then closing the page asks first.
 */
export function OneTimeSecret({ title, description, items, labels, doneHref }: OneTimeSecretProps) {
  const [saved, setSaved] = useState(false);
  const leave = useLeave();
  const copyLabels = { copied: labels.copied, failed: labels.copyFailed };
  return (
    <section className="tt-secret tt-print-sheet" aria-labelledby="one-time-secret">
      <h2 id="one-time-secret" className="text-md">
        {title}
      </h2>
      <p className="mt-1 text-ink-muted">{description}</p>
      <dl className="tt-secret-items">
        {items.map((item) => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>
              <code translate="no">{item.value}</code>
              <CopyButton
                value={item.value}
                labels={{ ...copyLabels, copy: `${labels.copy} ${item.label}` }}
                iconOnly
              />
            </dd>
          </div>
        ))}
      </dl>
      <div className="tt-actions tt-no-print">
        <CopyButton
          value={items.map((item) => `${item.label}: ${item.value}`).join("\n")}
          labels={{ ...copyLabels, copy: labels.copyAll }}
        />
        <Button icon="printer" onClick={() => window.print()}>
          {labels.print}
        </Button>
      </div>
      <div className="tt-secret-leave tt-no-print">
        <label className="tt-choice">
          <input type="checkbox" checked={saved} onChange={(event) => setSaved(event.target.checked)} />
          <span className="tt-choice-label">{labels.saved}</span>
        </label>
        <Button tone="primary" disabled={!saved} onClick={() => leave(doneHref)}>
          {labels.done}
        </Button>
      </div>
      <UnsavedGuard labels={labels.leave} active={!saved} />
    </section>
  );
}

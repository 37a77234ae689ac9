"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { internalLink } from "./internal-link";

/** The question asked before unsent changes are left behind. */
export type UnsavedLabels = {
  readonly title: string;
  readonly body: string;
  readonly leave: string;
  readonly stay: string;
};

type UnsavedGuardProps = { readonly labels: UnsavedLabels; readonly active: boolean };

/**
 * While active, closing or reloading the page makes the browser ask, and following a link inside the product
 * asks in the product's words. Leaving by script is not caught.
 */
export function UnsavedGuard({ labels, active }: UnsavedGuardProps) {
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const href = internalLink(event);
      if (href === undefined || href.startsWith("#")) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("click", ask, true);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("click", ask, true);
    };
  }, [active]);
  const leave = () => {
    if (target !== null) router.push(target as Route);
    setTarget(null);
  };
  return (
    <Dialog
      open={target !== null}
      onClose={() => setTarget(null)}
      title={labels.title}
      footer={
        <>
          <Button tone="primary" onClick={() => setTarget(null)}>
            {labels.stay}
          </Button>
          <Button onClick={leave}>{labels.leave}</Button>
        </>
      }
    >
      {labels.body}
    </Dialog>
  );
}

"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";

/**
 * The step of a wizard, kept in the address as `?step=`, so that the browser's back and forward move between steps without
 * asking the server. When the step changes the page starts at its top and the step's heading takes the focus.
 */
export function useStep<Step extends string>(steps: readonly Step[], first: Step) {
  const asked = useSearchParams().get("step");
  const step = steps.find((known) => known === asked) ?? first;
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo({ top: 0 });
    const heading = document.getElementById("wizard-step-title");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }, [step]);
  const go = useCallback(
    (next: Step, how: "push" | "replace" = "push") => {
      const address = new URL(window.location.href);
      if (next === first) address.searchParams.delete("step");
      else address.searchParams.set("step", next);
      if (how === "push") window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [first],
  );
  return { step, go } as const;
}

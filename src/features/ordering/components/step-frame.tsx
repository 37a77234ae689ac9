"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import { Wizard, type WizardStep } from "#/ui/wizard";

/** The steps of ordering, in their order; a wizard shows those it has. */
export type StepId = "account" | "subscriptions" | "review" | "confirmation";

type StepFrameProps = {
  readonly title: "newCustomer" | "newSubscription";
  readonly steps: readonly StepId[];
  readonly current: StepId;
  /** Goes back to a step that is done; left out, done steps are closed. */
  readonly onStep?: ((step: StepId) => void) | undefined;
  readonly description?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** The frame around a step: where one is, what is done, and the way back to it. */
export function StepFrame({ title, steps, current, onStep, description, aside, children }: StepFrameProps) {
  const t = useTranslations("ordering.steps");
  const at = steps.indexOf(current);
  const shown = steps.map(
    (id, index): WizardStep => ({
      id,
      label: t(id),
      state: index < at ? "done" : index === at ? "current" : "todo",
      ...(index < at && onStep && { href: `?step=${id}` }),
    }),
  );
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='?step=']") : null;
    const step = steps.find((id) => link?.getAttribute("href") === `?step=${id}`);
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onStep?.(step);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for the native links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: links give a click for the keyboard, too
    <div onClick={onClick}>
      <Wizard
        title={t(title)}
        steps={shown}
        labels={{
          steps: t("steps"),
          done: t("done"),
          position: t("position", { step: at + 1, count: steps.length }),
        }}
        stepTitle={t(current)}
        description={description}
        aside={aside}
      >
        {children}
      </Wizard>
    </div>
  );
}

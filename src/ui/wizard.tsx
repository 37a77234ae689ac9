import type { ReactNode } from "react";
import { Icon } from "./icon";

/** One step of a wizard and where it stands. */
export type WizardStep = {
  readonly id: string;
  readonly label: string;
  readonly state: "done" | "current" | "todo";
  /** Where a step already done can be looked at again. */
  readonly href?: string | undefined;
};

type WizardProps = {
  /** What the wizard as a whole does. */
  readonly title: string;
  readonly steps: readonly WizardStep[];
  readonly labels: {
    /** Name of the step list. */
    readonly steps: string;
    /** Read after the label of a step that is done, such as "completed". */
    readonly done: string;
    /** "Step 2 of 4", written by the caller. */
    readonly position: string;
  };
  readonly stepTitle: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons of this step, when they do not stand in a form of its own. */
  readonly footer?: ReactNode;
  /** What will happen so far, beside the step where there is room. */
  readonly aside?: ReactNode;
};

/** A job in steps: where one is, what this step asks, and the way on and back. */
export function Wizard(props: WizardProps) {
  const { title, steps, labels, stepTitle, description, children, footer, aside } = props;
  return (
    <div className="tt-wizard">
      <h1 className="text-xl">{title}</h1>
      <nav aria-label={labels.steps}>
        <ol className="tt-steps">
          {steps.map((step) => (
            <Step key={step.id} step={step} doneLabel={labels.done} />
          ))}
        </ol>
      </nav>
      <div className={aside ? "tt-wizard-columns" : undefined}>
        <section className="tt-wizard-step" aria-labelledby="wizard-step-title">
          <p className="text-sm text-ink-muted">{labels.position}</p>
          <h2 id="wizard-step-title" className="text-lg">
            {stepTitle}
          </h2>
          {description && <div className="mt-1 max-w-prose text-ink-muted">{description}</div>}
          <div className="mt-6">{children}</div>
          {footer && <div className="tt-wizard-footer">{footer}</div>}
        </section>
        {aside && <aside className="tt-wizard-aside">{aside}</aside>}
      </div>
    </div>
  );
}

function Step({ step, doneLabel }: { readonly step: WizardStep; readonly doneLabel: string }) {
  const label = <span className="tt-step-label">{step.label}</span>;
  return (
    <li
      className={`tt-step tt-step-${step.state}`}
      aria-current={step.state === "current" ? "step" : undefined}
    >
      <span className="tt-step-dot" aria-hidden="true">
        {step.state === "done" && <Icon name="check" />}
      </span>
      {step.href !== undefined && step.state === "done" ? <a href={step.href}>{label}</a> : label}
      {step.state === "done" && <span className="sr-only"> {doneLabel}</span>}
    </li>
  );
}

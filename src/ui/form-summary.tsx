"use client";

import { type MouseEvent, useContext, useEffect, useRef } from "react";
import { Banner } from "./banner";
import type { FormLabels } from "./form";
import { FormContext } from "./form-context";
import { controlId, fieldErrors } from "./form-state";

/**
 * What came back from the last sending: a refusal's title and message, or the list of fields to correct, each
 * a link to its control. Takes the focus when it appears, so that it is read and the way to the fields is short.
 */
export function FormSummary({ labels }: { readonly labels: Pick<FormLabels, "reference"> }) {
  const { formId, state } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "invalid" || state.status === "failed") box.current?.focus();
  }, [state]);
  if (state.status === "done" && state.message) {
    return <Banner tone="success" role="status" title={state.message} />;
  }
  if (state.status !== "invalid" && state.status !== "failed") return null;
  return (
    <div ref={box} tabIndex={-1} className="tt-form-summary">
      {state.status === "failed" ? (
        <Banner tone="danger" role="alert" title={state.title}>
          <p>{state.message}</p>
          {state.reference && (
            <p className="text-sm">
              {labels.reference} <code>{state.reference}</code>
            </p>
          )}
        </Banner>
      ) : (
        <Banner tone="danger" role="alert" title={state.summary}>
          <ul className="tt-error-list">
            {fieldErrors(state).map(({ name, message }) => (
              <li key={name}>
                <a href={`#${controlId(formId, name)}`} className="tt-link" onClick={focusControl}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}

/** A fragment scrolls but does not focus; the summary's links do both. */
function focusControl(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(event.currentTarget.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: "center" });
}

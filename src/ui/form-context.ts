"use client";

import { createContext, useContext } from "react";
import { controlId, type FormState, fieldError, idleFormState, sentValue, sentValues } from "./form-state";

type FormContextValue = {
  readonly formId: string;
  readonly state: FormState;
  readonly pending: boolean;
};

/** Carries a form's state to its fields. Fields outside a form see an idle one. */
export const FormContext = createContext<FormContextValue>({
  formId: "field",
  state: idleFormState,
  pending: false,
});

/** Whether the form around is being sent. */
export function useFormPending(): boolean {
  return useContext(FormContext).pending;
}

type FieldOptions = { readonly hint?: unknown; readonly error?: string | undefined };

/**
 * What a field needs to know of the form around it: the id of its control, its message, what was sent last
 * time, and the ids that describe it. `sent` and `sentAll` are undefined when nothing was echoed.
 */
export function useField(name: string, { hint, error }: FieldOptions) {
  const { formId, state } = useContext(FormContext);
  const id = controlId(formId, name);
  const message = error ?? fieldError(state, name);
  const described = [hint ? `${id}-hint` : undefined, message ? `${id}-error` : undefined].filter(Boolean);
  const echoed =
    (state.status === "invalid" || state.status === "failed") && Object.keys(state.values).length > 0;
  return {
    id,
    message,
    sent: sentValue(state, name),
    sentAll: echoed ? (sentValues(state, name) ?? []) : undefined,
    wiring: {
      id,
      name,
      "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
      "aria-invalid": message ? true : undefined,
    },
  } as const;
}

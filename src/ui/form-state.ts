/** What a form's fields held when it was sent, by field name; a field sent more than once gives a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * What a server action answers to a form. All texts arrive translated. `invalid` carries one message per
 * field name; `failed` is a refusal or a fault with a code and the request's reference; `values` never
 * contains what was typed into a secret field.
 */
export type FormState =
  | { readonly status: "idle" }
  | {
      readonly status: "invalid";
      readonly summary: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly values: FormValues;
    }
  | {
      readonly status: "failed";
      readonly title: string;
      readonly message: string;
      readonly code: string;
      readonly reference: string;
      readonly values: FormValues;
    }
  | { readonly status: "done"; readonly message?: string; readonly data?: unknown };

/** A server action in the shape `useActionState` wants. */
export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;

/** The state of a form nobody has sent yet. */
export const idleFormState: FormState = { status: "idle" };

/** The message for one field, or undefined where the state holds none. */
export function fieldError(state: FormState, name: string): string | undefined {
  return state.status === "invalid" && Object.hasOwn(state.fields, name) ? state.fields[name] : undefined;
}

/** What was sent for a field, as one text; of several values the first. Undefined where nothing was sent. */
export function sentValue(state: FormState, name: string): string | undefined {
  const value = sentValues(state, name);
  return value?.[0];
}

/** Everything that was sent for a field; undefined when the state carries no values at all. */
export function sentValues(state: FormState, name: string): readonly string[] | undefined {
  if (state.status !== "invalid" && state.status !== "failed") return undefined;
  const value = Object.hasOwn(state.values, name) ? state.values[name] : undefined;
  if (value === undefined) return undefined;
  return typeof value === "string" ? [value] : value;
}

/** The messages of an invalid state in the order given, as the error summary lists them. */
export function fieldErrors(
  state: FormState,
): readonly { readonly name: string; readonly message: string }[] {
  if (state.status !== "invalid") return [];
  return Object.entries(state.fields).map(([name, message]) => ({ name, message }));
}

/** The id of a field's control: stable for a form and a name, and safe in a link's fragment. */
export function controlId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^A-Za-z0-9_-]/g, "_")}`;
}

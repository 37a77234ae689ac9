import type { FormState } from "#/ui/form-state";

/**
 * The part of a refusal that belongs to one form inside the submission, with its own field names: of
 * `order.lines.0.quantity`, the part `order` gets `lines.0.quantity`. Nothing when no field belongs to it.
 */
export function partOfRefusal(state: FormState, part: "account" | "order"): FormState | null {
  if (state.status !== "invalid") return null;
  const prefix = `${part}.`;
  const own = Object.entries(state.fields)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => [name.slice(prefix.length), text] as const);
  return own.length === 0 ? null : { ...state, fields: Object.fromEntries(own), values: {} };
}

import { textOf } from "#/platform/next/form-values";

/**
 * What a wizard sends as one field of JSON. Text that is none gives `undefined`, which the operation's own schema then
 * refuses like any other malformed input.
 */
export function readPayload<Input>(values: Parameters<typeof textOf>[0]): Input {
  try {
    return JSON.parse(textOf(values, "payload")) as Input;
  } catch {
    return undefined as Input;
  }
}

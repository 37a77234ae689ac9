/** The text values of a form by name; several values of one name become a list; files and framework fields are left out. */
export function formValues(form: unknown): Readonly<Record<string, string | readonly string[]>> {
  if (!(form instanceof FormData)) return {};
  const values = new Map<string, string | string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || name === "idempotencyKey") continue;
    const earlier = values.get(name);
    if (earlier === undefined) values.set(name, value);
    else values.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  return Object.fromEntries(values);
}

/** The form's idempotency key, when it carries a well-formed one. */
export function readIdempotencyKey(form: unknown): string | undefined {
  const key = form instanceof FormData ? form.get("idempotencyKey") : undefined;
  return typeof key === "string" && /^[0-9a-zA-Z-]{16,64}$/.test(key) ? key : undefined;
}

/** One text value of a form, empty when missing or given several times. */
export function textOf(values: Readonly<Record<string, string | readonly string[]>>, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}

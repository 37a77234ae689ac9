type Limits = { readonly min?: number | undefined; readonly max?: number | undefined };

/**
 * The text of a whole-number control after counting up or down. Text that is no whole number starts from
 * the lower limit (or zero); the result never leaves the limits.
 */
export function steppedInteger(text: string, by: number, { min, max }: Limits): string {
  const current = /^\s*-?\d+\s*$/.test(text) ? Number.parseInt(text, 10) : undefined;
  const next = current === undefined ? (min ?? 0) : current + by;
  return String(Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, next)));
}

import type { FieldProblem } from "./field-problem";
import type { Result } from "./result";
import { failed, ok } from "./result";

/** The outcome of judging one part of an input: its value, or what is wrong with it. */
export type Part<T> = Result<T, FieldProblem | readonly FieldProblem[]>;

/**
 * Puts judged parts together: all values when every part is valid, otherwise the problems of all parts in the order the
 * parts are written, so that a person sees every mistake at once.
 */
export function combine<T extends Readonly<Record<string, unknown>>>(
  parts: {
    readonly [Key in keyof T]: Part<T[Key]>;
  },
): Result<T, readonly FieldProblem[]> {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [key, part] of Object.entries<Part<unknown>>(parts)) {
    if (part.ok) values[key] = part.value;
    else problems.push(...[part.failure].flat());
  }
  // The compiler cannot follow a mapped type through a loop; every key of T was given its value above.
  return problems.length === 0 ? ok(values as T) : failed(problems);
}

/**
 * One thing wrong with one field of an input. `field` is the input's path with dots; `code` is a message key
 * (`problems.<code>`), `params` fill the message.
 */
export type FieldProblem = {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

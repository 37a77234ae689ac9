/** One page of a list in key-set order, with opaque cursors to its neighbours (architecture 3.10). */
export type Page<T> = {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly previous: string | null;
};

/** Rows shown on a page of any list (spec 3.0). */
export const defaultPageSize = 40;

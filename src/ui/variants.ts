import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names, dropping what is false, null or undefined. Nothing is merged by meaning, and nothing
 * needs to be: the kit's own classes live in the `components` layer, so a utility passed as `className`
 * always wins over them, and no merging code is sent to the browser.
 */
export function classes(...names: readonly ClassValue[]): string {
  return clsx(names);
}

type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Chosen<C extends Choices> = { readonly [K in keyof C]?: keyof C[K] | undefined };

/**
 * Builds the class function of a component from a base class, its axes (tone, size, …) and the default of
 * each axis. The returned function accepts one value per axis plus `className`; an axis left out takes its
 * default, and a value that is not on the axis does not compile.
 */
export function variants<C extends Choices>(
  base: string,
  axes: C,
  defaults: { readonly [K in keyof C]: keyof C[K] },
): (chosen?: Chosen<C> & { readonly className?: string | undefined }) => string {
  return (chosen = {}) => {
    const values: Readonly<Record<string, PropertyKey | undefined>> = chosen;
    const names = Object.entries(axes).map(
      ([axis, choices]) => choices[String(values[axis] ?? defaults[axis])],
    );
    return classes(base, names, chosen.className);
  };
}

import { z } from "zod";
import subdivisionRows from "./data/subdivisions.json";

/** A state, province or other first-level part of a country. */
export type Subdivision = {
  /** What an address stores: the letters of ISO 3166-2 (two in the United States, Canada and Italy), else the name. */
  readonly code: string;
  /** In Latin letters. */
  readonly name: string;
  /** Other ways to write it that are understood: ISO 3166-2, the local name. */
  readonly aliases: readonly string[];
  /** How postal codes there begin; `null` where that tells nothing. */
  readonly postalPrefix: RegExp | null;
};

const subdivisionRow = z
  .strictObject({
    code: z.string().min(1),
    name: z.string().min(1),
    aliases: z.array(z.string()),
    postalPrefix: z.string().nullable(),
  })
  .transform(({ postalPrefix, ...row }): Subdivision => {
    return { ...row, postalPrefix: postalPrefix === null ? null : new RegExp(`^(?:${postalPrefix})`) };
  });

const lists = z.record(z.string(), z.array(subdivisionRow)).parse(subdivisionRows);
const byCountry: ReadonlyMap<string, readonly Subdivision[]> = new Map(Object.entries(lists));

/**
 * The subdivisions an address of the country must choose from, or an empty list where free text is taken. Lists exist
 * where the country needs the subdivision, and for Mexico (S-10). About 50 kB of data; for the server only.
 */
export function listSubdivisions(country: string): readonly Subdivision[] {
  return byCountry.get(country) ?? [];
}

/** Compared without case, accents, dots and blanks: `Forlì-Cesena`, `FORLI CESENA` and `forli-cesena` are one. */
function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{P}\s]/gu, "")
    .toLowerCase();
}

/** Finds the subdivision a person means by code, name or alias; codes win over names. `undefined` when none fits. */
export function findSubdivision(country: string, typed: string): Subdivision | undefined {
  const wanted = comparable(typed);
  const list = listSubdivisions(country);
  return (
    list.find((entry) => comparable(entry.code) === wanted) ??
    list.find((entry) => comparable(entry.name) === wanted) ??
    list.find((entry) => entry.aliases.some((alias) => comparable(alias) === wanted))
  );
}

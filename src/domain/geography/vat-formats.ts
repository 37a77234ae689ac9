import { z } from "zod";
import vatRows from "./data/vat-formats.json";

/** How the VAT number of a country is written, without its prefix. */
export type VatFormat = {
  readonly pattern: RegExp;
  readonly example: string;
  /** Drops the country's prefix from a number in capitals without blanks; the prefix is optional (Appendix E). */
  readonly withoutPrefix: (number: string) => string;
};

const rows = z
  .record(z.string(), z.strictObject({ prefix: z.string(), pattern: z.string(), example: z.string() }))
  .parse(vatRows);

const formats: ReadonlyMap<string, VatFormat> = new Map(
  Object.entries(rows).map(([country, row]) => {
    const pattern = new RegExp(row.pattern);
    // Greece writes EL and is also seen with its ISO code GR.
    const prefixes = [row.prefix, country];
    const withoutPrefix = (number: string) => {
      if (pattern.test(number)) return number;
      const prefix = prefixes.find((candidate) => number.startsWith(candidate));
      return prefix === undefined ? number : number.slice(prefix.length);
    };
    return [country, { pattern, example: row.example, withoutPrefix }];
  }),
);

/** The VAT number format of a country, or `undefined` where none is known. */
export function findVatFormat(country: string): VatFormat | undefined {
  return formats.get(country);
}

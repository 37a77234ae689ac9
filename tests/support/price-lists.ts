import { Readable } from "node:stream";
import type { ByteSource } from "#/domain/catalogue/price-list/open-table";
import type { PriceListEvent, ReadOptions } from "#/domain/catalogue/price-list/read-price-list";
import { readPriceList } from "#/domain/catalogue/price-list/read-price-list";

/** Reads a whole price list and sorts what came out of it. */
export async function readAll(source: ByteSource, options?: ReadOptions) {
  const events: PriceListEvent[] = [];
  for await (const event of readPriceList(source, options)) events.push(event);
  const batches = events.flatMap((event) => (event.kind === "rows" ? [event] : []));
  return {
    events,
    batches,
    opened: events.find((event) => event.kind === "opened"),
    last: events.at(-1),
    prices: batches.flatMap((batch) => batch.prices),
    problems: batches.flatMap((batch) => batch.problems),
    notices: batches.flatMap((batch) => batch.notices),
  };
}

/** Reads a price list from text or bytes, in one piece. */
export function readText(text: string | Uint8Array, options?: ReadOptions) {
  return readAll(Readable.from([Buffer.from(text)]), options);
}

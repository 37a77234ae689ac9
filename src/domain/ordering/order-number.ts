/** Crockford's symbols: no I, L, O or U, so that a number can be read out over a telephone. */
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The number people call an order by, such as `261122-7KQ2M-4X9TB`: the day it was placed in UTC and fifty random bits
 * of its id. Unique by a constraint behind it; two orders of one day share one with a chance of 1 in 10^15.
 */
export function orderNumberOf(orderId: string, placedAt: Date): string {
  const day = placedAt.toISOString().slice(2, 10).replaceAll("-", "");
  const random = BigInt(`0x${orderId.replaceAll("-", "").slice(-13)}`) & ((1n << 50n) - 1n);
  const letters = Array.from(
    { length: 10 },
    (_, index) => symbols[Number((random >> BigInt(45 - index * 5)) & 31n)],
  );
  return `${day}-${letters.slice(0, 5).join("")}-${letters.slice(5).join("")}`;
}

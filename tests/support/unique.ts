import { randomInt } from "node:crypto";

const syllables = "ba be bi bo da de di do fa fe fi fo la le li lo ma me mi mo na ne ni no ra re ri ro".split(
  " ",
);

/** A pronounceable word of ten letters that no other call is likely to give, so that tests never share data. */
export function uniqueWord(): string {
  const letters = Array.from({ length: 5 }, () => syllables[randomInt(syllables.length)]).join("");
  return (
    letters +
    randomInt(36 ** 3)
      .toString(36)
      .padStart(3, "a")
  );
}

/** Ten digits that no other call is likely to give. */
export function uniqueDigits(): string {
  return String(randomInt(1_000_000_000, 9_999_999_999));
}

/** The word with a capital, as a company name begins. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

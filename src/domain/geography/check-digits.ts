/** Sums the digits (or the values of the characters) times their weights, position by position. */
function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}

function digitsOf(number: string): readonly number[] {
  return [...number].map(Number);
}

/** Polish NIP, 10 digits: weighted sum modulo 11; a remainder of 10 is never issued. */
export function isValidPolishNip(number: string): boolean {
  const digits = digitsOf(number);
  return weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digits[9];
}

/**
 * Brazilian CNPJ, 12 digits or (since July 2026) capitals and two check digits, each modulo 11 over the characters' codes
 * less 48. A number of one repeated digit passes the sums and is never issued.
 */
export function isValidBrazilianCnpj(number: string): boolean {
  if (/^(.)\1*$/.test(number)) return false;
  const values = [...number].map((char) => char.charCodeAt(0) - 48);
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const check = (sum: number) => (sum % 11 < 2 ? 0 : 11 - (sum % 11));
  return (
    check(weightedSum(values, weights.slice(1))) === values[12] &&
    check(weightedSum(values, weights)) === values[13]
  );
}

/** Russian INN: one check digit for organisations (10 digits), two for sole traders (12 digits). */
export function isValidRussianInn(number: string): boolean {
  const digits = digitsOf(number);
  const weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
  const check = (length: number) => (weightedSum(digits, weights.slice(11 - length)) % 11) % 10;
  if (digits.length === 10) return (weightedSum(digits, weights.slice(2)) % 11) % 10 === digits[9];
  return check(10) === digits[10] && check(11) === digits[11];
}

/** Belarusian UNP of an organisation, 9 digits: weighted sum modulo 11; a remainder of 10 is never issued. */
export function isValidBelarusianUnp(number: string): boolean {
  const digits = digitsOf(number);
  return weightedSum(digits, [29, 23, 19, 17, 13, 7, 5, 3]) % 11 === digits[8];
}

/** Hungarian tax number: the eighth digit completes the weighted sum to ten; the activity and county codes follow. */
export function isValidHungarianTaxNumber(number: string): boolean {
  return weightedSum(digitsOf(number), [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0;
}

/** Italian partita IVA, 11 digits: Luhn's rule; eleven zeros pass it and are never issued. */
export function isValidItalianVatNumber(number: string): boolean {
  const sum = digitsOf(number).reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && /[1-9]/.test(number);
}
